package io.anteroom.clinic.access.session;

import io.anteroom.tenancy.EnumCode;

/** The ways in. */
public enum SignInMethod {
    /** A code sent to a credential. */
    CODE("a code"),
    /** A password, where the clinic allows it. */
    PASSWORD("a password"),
    /** A key kept by the person's own device. */
    PASSKEY("a passkey"),
    /** One of the codes a person printed. */
    RECOVERY_CODE("a printed recovery code");

    private final String words;

    SignInMethod(String words) {
        this.words = words;
    }

    /** As in 'signed in with a code'. */
    public String words() {
        return words;
    }

    /** As stored and counted: {@code recovery-code}. */
    public String stored() {
        return EnumCode.of(this);
    }
}
