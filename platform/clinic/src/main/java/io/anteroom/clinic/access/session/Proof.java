package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialId;

/**
 * That somebody is the holder of an account.
 *
 * @param credential the credential it was proved by or for; the session lives no longer than it does
 * @param method how it was proved
 */
public record Proof(AccountId account, CredentialId credential, SignInMethod method) {}
