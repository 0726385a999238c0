package io.anteroom.clinic.access.authentication;

import io.anteroom.clinic.access.AuthenticationSettings;

/**
 * What somebody wants to save.
 *
 * @param seen the {@linkplain SettingsWords#fingerprint fingerprint} of the settings the form began with
 * @param wanted the settings; their account model is not looked at
 * @param told the {@linkplain Consequences#fingerprint() fingerprint} of the consequences that were agreed to, or empty
 */
public record SettingsChange(String seen, AuthenticationSettings wanted, String told) {}
