package io.anteroom.tenantadmin.directory;

import io.anteroom.clinic.access.credential.Configured.Reason;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.access.directory.AccountRow;
import io.anteroom.tenantadmin.access.CredentialRefusals;
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
    FormErrors errors(List<Reason> reasons) {
        FormErrors errors = FormErrors.none();
        for (Reason reason : reasons) {
            errors = errors.and(CredentialRefusals.error(reason, Objects.requireNonNullElse(email, ""), "person"));
        }
        return errors;
    }
}
