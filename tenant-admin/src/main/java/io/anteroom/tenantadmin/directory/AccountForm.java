package io.anteroom.tenantadmin.directory;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Configured.Reason;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.access.directory.AccountRow;
import io.anteroom.clinic.access.directory.AccountRow.Address;
import io.anteroom.tenantadmin.access.CredentialRefusals;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The panel's form, as typed.
 *
 * @param email blank for none
 * @param mobile blank for none
 * @param seenEmail what the account had when the form was opened, blank for none
 * @param seenMobile likewise
 * @param verified {@code true} for the tick 'I have verified this with ...'
 */
public record AccountForm(
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String seenEmail,
        @Nullable String seenMobile,
        @Nullable String verified) {

    static AccountForm of(AccountRow account) {
        var email = value(account.email());
        var mobile = value(account.mobile());
        return new AccountForm(email, mobile, email, mobile, "");
    }

    /** The same, typed over what the account has by now. */
    AccountForm over(AccountRow account) {
        return new AccountForm(email, mobile, value(account.email()), value(account.mobile()), "");
    }

    /** What the account had when the form was opened. */
    Set<SignInAddress> seen() {
        return Stream.of(
                        new SignInAddress(CredentialChannel.EMAIL, Objects.requireNonNullElse(seenEmail, "")),
                        new SignInAddress(CredentialChannel.MOBILE, Objects.requireNonNullElse(seenMobile, "")))
                .filter(address -> !address.value().isEmpty())
                .collect(Collectors.toSet());
    }

    private static String value(@Nullable Address address) {
        return address == null ? "" : address.value();
    }

    WantedCredentials wanted() {
        return new WantedCredentials(
                Objects.requireNonNullElse(email, ""), Objects.requireNonNullElse(mobile, ""), "true".equals(verified));
    }

    /** Why it was refused, beside the fields. */
    FormErrors errors(List<Reason> reasons) {
        FormErrors errors = FormErrors.none();
        for (Reason reason : reasons) {
            errors = errors.and(CredentialRefusals.error(reason, Objects.requireNonNullElse(email, ""), "person"));
        }
        return errors;
    }
}
