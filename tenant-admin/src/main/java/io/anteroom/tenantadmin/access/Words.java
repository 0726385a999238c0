package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.AccessLevel;
import io.anteroom.clinic.access.Credential;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.PatientAccess;
import io.anteroom.clinic.access.PersonWithAccess;
import io.anteroom.clinic.access.Relationship;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tab says, in the clinic's time and country. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

    private Words() {}

    /** The state of a patient's access, in one sentence. */
    static String sentence(String patient, PatientAccess access) {
        return Stream.concat(
                        Stream.of(patient + ownAccess(access)),
                        access.people().stream().map(Words::othersAccess))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String ownAccess(PatientAccess access) {
        return access.credentials().isEmpty()
                ? " can’t sign in to the portal, since no email address or mobile number is set for it"
                : access.credentials().stream()
                        .map(credential -> address(credential) + ", " + status(credential))
                        .collect(Collectors.joining(", and ", " can sign in with ", ""));
    }

    private static String othersAccess(PersonWithAccess person) {
        return name(person) + " (" + what(person.relationship()) + ") has " + amount(person.level()) + " access";
    }

    /** Who it is: by name, else by what the person signs in with. */
    static String name(PersonWithAccess person) {
        return Objects.requireNonNullElseGet(
                person.name(),
                () -> person.addresses().isEmpty()
                        ? "Somebody without a way to sign in"
                        : person.addresses().getFirst());
    }

    /** What somebody is to the patient. */
    public static String what(Relationship relationship) {
        return switch (relationship) {
            case SELF -> "the patient";
            case PARENT -> "parent";
            case CARER -> "carer";
            case NOMINATED -> "nominated person";
        };
    }

    static String amount(AccessLevel level) {
        return level == AccessLevel.FULL ? "full" : "limited";
    }

    static String of(CredentialChannel channel) {
        return channel == CredentialChannel.EMAIL ? "email" : "mobile";
    }

    static String address(Credential credential) {
        return address(credential.address());
    }

    /** An address as people of the clinic's country write it. */
    public static String address(SignInAddress address) {
        return address.channel() == CredentialChannel.EMAIL
                ? address.value()
                : new MobileNumber(address.value()).format(CurrentTenant.get().country());
    }

    static String status(Credential credential) {
        return credential.verifiedAt().map(at -> "verified " + day(at)).orElse("not verified yet");
    }

    static String day(Instant instant) {
        return DAY.format(instant.atZone(CurrentTenant.get().zone()));
    }

    /** A day and a time there. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(CurrentTenant.get().zone()));
    }
}
