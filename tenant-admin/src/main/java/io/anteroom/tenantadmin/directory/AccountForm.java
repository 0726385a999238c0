package io.anteroom.tenantadmin.directory;

import io.anteroom.clinic.access.Configured.Reason;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.WantedCredentials;
import io.anteroom.clinic.access.directory.AccountRow;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The panel's form, as typed.
 *
 * @param email blank for none
 * @param mobile blank for none
 * @param verified {@code true} for the tick 'I have verified this with ...'
 */
public record AccountForm(
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String verified) {

    static AccountForm of(AccountRow account) {
        return new AccountForm(
                account.email() == null ? "" : account.email().value(),
                account.mobile() == null ? "" : account.mobile().value(),
                "");
    }

    WantedCredentials wanted() {
        return new WantedCredentials(
                Objects.requireNonNullElse(email, ""), Objects.requireNonNullElse(mobile, ""), "true".equals(verified));
    }

    /** Why it was refused, beside the fields. */
    static FormErrors errors(List<Reason> reasons) {
        FormErrors errors = FormErrors.none();
        for (Reason reason : reasons) {
            errors = errors.with(field(reason), message(reason));
        }
        return errors;
    }

    private static String field(Reason reason) {
        return switch (reason) {
            case Reason.Unreadable(var channel) -> word(channel);
            case Reason.Taken(var channel, var _) -> word(channel);
            case Reason.Emptied(var channel) -> word(channel);
            case Reason.Nothing(), Reason.OpenToAnother(var _) -> "email";
            case Reason.NotVerifiedWithPatient() -> "verified";
        };
    }

    private static String message(Reason reason) {
        return switch (reason) {
            case Reason.Unreadable(var channel) ->
                channel == CredentialChannel.EMAIL
                        ? "Enter an email address, like anna@example.org"
                        : "Enter a mobile number. Start a number from another country with + and its country code";
            case Reason.Taken(var channel, var holder) ->
                (holder == null ? "Another account" : holder.name()) + " already signs in with this " + word(channel);
            case Reason.Emptied(var channel) -> "To take it away, choose Remove " + word(channel);
            case Reason.OpenToAnother(var who) ->
                who + " has access to this record, and your clinic lets one person only. End that access first";
            case Reason.Nothing() -> "Enter an email address, a mobile number, or both";
            case Reason.NotVerifiedWithPatient() -> "Check these details with the person, then tick the box";
        };
    }

    private static String word(CredentialChannel channel) {
        return channel == CredentialChannel.EMAIL ? "email" : "mobile";
    }
}
