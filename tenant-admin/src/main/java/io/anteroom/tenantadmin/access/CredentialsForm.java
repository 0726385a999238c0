package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.Configured.Reason;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.PatientAccess;
import io.anteroom.clinic.access.WantedCredentials;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form Configure credentials, as typed.
 *
 * @param email blank for none
 * @param mobile blank for none
 * @param verified {@code true} for the tick 'I have verified this with the patient'
 */
public record CredentialsForm(
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String verified) {

    static CredentialsForm of(PatientAccess access) {
        return new CredentialsForm(
                stored(access, CredentialChannel.EMAIL), stored(access, CredentialChannel.MOBILE), "");
    }

    WantedCredentials wanted() {
        return new WantedCredentials(
                Objects.requireNonNullElse(email, ""), Objects.requireNonNullElse(mobile, ""), "true".equals(verified));
    }

    /** Why it was refused, beside the fields. */
    FormErrors errors(List<Reason> reasons) {
        var errors = FormErrors.none();
        for (var reason : reasons) {
            errors = errors.with(field(reason), message(reason));
        }
        return errors;
    }

    private static String field(Reason reason) {
        return switch (reason) {
            case Reason.Unreadable(var channel) -> field(channel);
            case Reason.Taken(var channel, var _) -> field(channel);
            case Reason.Emptied(var channel) -> field(channel);
            case Reason.Nothing(), Reason.OpenToAnother(var _) -> field(CredentialChannel.EMAIL);
            case Reason.NotVerifiedWithPatient() -> "verified";
        };
    }

    private String message(Reason reason) {
        return switch (reason) {
            case Reason.Unreadable(var channel) ->
                channel == CredentialChannel.EMAIL
                        ? unreadableEmail()
                        : "Enter a mobile number. Start a number from another country with + and its country code";
            case Reason.Taken(var channel, var holder) ->
                (holder == null ? "Another account" : holder.name())
                        + " already signs in with this "
                        + Words.of(channel)
                        + ". Each can only be used for one patient";
            case Reason.Emptied(var channel) -> "To take it away, go back and choose Remove " + Words.of(channel);
            case Reason.OpenToAnother(var who) ->
                who + " has access to this record, and your clinic lets one person only. End that access first";
            case Reason.Nothing() -> "Enter an email address, a mobile number, or both";
            case Reason.NotVerifiedWithPatient() -> "Check these details with the patient, then tick the box";
        };
    }

    private String unreadableEmail() {
        return EmailAddress.parse(wanted().email())
                        .filter(EmailAddress::mixesAlphabets)
                        .isPresent()
                ? "This address mixes letters of alphabets that look alike. Type it anew, with one keyboard"
                : "Enter an email address, like anna@example.org";
    }

    private static String field(CredentialChannel channel) {
        return channel == CredentialChannel.EMAIL ? "email" : "mobile";
    }

    private static String stored(PatientAccess access, CredentialChannel channel) {
        return access.credential(channel)
                .map(credential -> credential.address().value())
                .orElse("");
    }
}
