package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Credential;
import io.anteroom.clinic.access.credential.PatientAccess;
import io.anteroom.clinic.access.credential.PersonWithAccess;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                        : address(person.addresses().getFirst()));
    }

    /** Somebody besides the patient, by name and by what they are to the patient. */
    public static String somebody(@Nullable String name, Relationship relationship) {
        return Objects.requireNonNullElse(name, "Somebody") + " (" + what(relationship) + ")";
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

    /** {@code bookings and forms, clinical records}. */
    static String parts(Set<AccessScope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> switch (scope) {
                    case BOOKINGS -> "bookings and forms";
                    case MONEY -> "invoices and payments";
                    case CLINICAL -> "clinical records";
                })
                .collect(Collectors.joining(", "));
    }

    /** Until when, by date and by the patient's age. */
    static String until(PersonWithAccess person) {
        var ends = Stream.of(person.expiresAt(), person.endsByAge())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        var until = ends.map(end -> lastDay(end)).orElse("No end");
        var limited = person.limitedFrom();
        return limited == null
                        || person.level() == AccessLevel.LIMITED
                        || ends.filter(end -> !end.isAfter(limited)).isPresent()
                ? until
                : until + "; by age limited from " + day(limited);
    }

    /** The last whole day before that moment. */
    static String lastDay(Instant end) {
        return day(end.minusNanos(1));
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

    /** The same of one whose kind isn't said. */
    static String address(String value) {
        return value.startsWith("+")
                ? new MobileNumber(value).format(CurrentTenant.get().country())
                : value;
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
