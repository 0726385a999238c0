package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.AccessLevel;
import io.anteroom.clinic.access.Credential;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.PatientAccess;
import io.anteroom.clinic.access.PersonWithAccess;
import io.anteroom.clinic.access.Relationship;
import io.anteroom.clinic.access.TimelineEntry;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tab says, in the clinic's time and country. */
final class Words {

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

    static String what(Relationship relationship) {
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
        var value = credential.address().value();
        return credential.address().channel() == CredentialChannel.EMAIL
                ? value
                : new MobileNumber(value).format(CurrentTenant.get().country());
    }

    static String status(Credential credential) {
        return credential.verifiedAt().map(at -> "verified " + day(at)).orElse("not verified yet");
    }

    static String day(Instant instant) {
        return DAY.format(instant.atZone(CurrentTenant.get().zone()));
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(CurrentTenant.get().zone()));
    }

    static String happened(TimelineEntry entry) {
        return switch (entry.what()) {
            case CODE_ASKED -> "Asked for a code by " + way(entry.channel()) + "; it is being made";
            case CODE_SENT -> "Asked for a code; it was sent by " + way(entry.channel()) + wrong(entry);
            case CODE_UNKNOWN ->
                "Asked for a code by " + way(entry.channel()) + "; none was sent, since the address wasn’t set yet";
            case CODE_CAPPED ->
                "Asked for a code by " + way(entry.channel())
                        + "; none was sent, since too many were sent in that hour";
            case CODE_LATE -> "Asked for a code by " + way(entry.channel()) + "; it could not be sent in time";
            case LOCKED -> "Locked for a while after ten wrong codes in a row";
            case SIGNED_IN -> "Signed in with " + entry.device();
            case SIGNED_OUT -> "Signed out of " + entry.device();
            case ENDED_BY_PATIENT -> "Ended the session of " + entry.device();
            case ENDED_BY_STAFF -> "Staff ended the session of " + entry.device();
            case CREDENTIAL_REMOVED -> "Session of " + entry.device() + " ended: its credential was removed";
            case ACCOUNT_CLOSED -> "Session of " + entry.device() + " ended: the account was closed";
            case PORTAL_OFF -> "Session of " + entry.device() + " ended: the portal was switched off";
        };
    }

    private static String way(@Nullable CredentialChannel channel) {
        return channel == CredentialChannel.MOBILE ? "text message" : "email";
    }

    private static String wrong(TimelineEntry entry) {
        return switch (entry.wrongEntries()) {
            case 0 -> "";
            case 1 -> "; a wrong code was entered once";
            case 2 -> "; a wrong code was entered twice";
            default -> "; burned after three wrong entries";
        };
    }
}
