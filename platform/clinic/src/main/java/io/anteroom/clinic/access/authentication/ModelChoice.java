package io.anteroom.clinic.access.authentication;

import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.AuthenticationSettings;

/**
 * An account model: how many records an account opens, and how many accounts a record.
 *
 * @param oneAccountPerRecord whether a record is open to one account at most
 */
public record ModelChoice(AccountModel model, boolean oneAccountPerRecord) {

    /** The clinic's own. */
    public static ModelChoice of(AuthenticationSettings settings) {
        return new ModelChoice(settings.model(), settings.oneAccountPerRecord());
    }

    /** In words, as {@code Family accounts, one account per record}. */
    public String words() {
        return SettingsWords.model(model, oneAccountPerRecord);
    }
}
