package io.anteroom.clinic.access.credential;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialId;

/**
 * An account and what it signs in with.
 *
 * @param verified whether a code sent there was entered before
 */
public record Enrolled(AccountId account, CredentialId credential, boolean verified) {}
