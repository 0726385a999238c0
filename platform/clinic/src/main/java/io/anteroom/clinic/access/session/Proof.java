package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialId;

/**
 * That somebody is the holder of an account.
 *
 * @param credential the credential it was proved by or for; the session lives no longer than it does
 * @param method how it was proved
 * @param withPassword whether the account's password was given as well
 */
public record Proof(AccountId account, CredentialId credential, SignInMethod method, boolean withPassword) {

    /** One by that method alone. */
    public Proof(AccountId account, CredentialId credential, SignInMethod method) {
        this(account, credential, method, false);
    }

    /** The same, and the account's password was given as well. */
    public Proof andPassword() {
        return new Proof(account, credential, method, true);
    }

    /** How it was proved, as in 'signed in with a code and a password'. */
    public String words() {
        return method.words() + (withPassword ? " and a password" : "");
    }

    /** Whether it takes two things to give it: a passkey is a device and what unlocks it. */
    boolean isOfTwoFactors() {
        return withPassword || method == SignInMethod.PASSKEY;
    }
}
