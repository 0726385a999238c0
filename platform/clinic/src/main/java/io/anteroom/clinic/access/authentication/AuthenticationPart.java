package io.anteroom.clinic.access.authentication;

/** The parts of Patient Authentication that a clinic may have or not. */
public enum AuthenticationPart {
    /** Passwords beside codes. */
    PASSWORDS(true),
    /** Passkeys beside codes. */
    PASSKEYS(true),
    /** Accounts that strangers open themselves. */
    SELF_REGISTRATION(true),
    /** A fresh check before clinical records. */
    ELEVATION(true),
    /** Patients who end what others see of them. */
    REVOKING(true);

    private final boolean built;

    AuthenticationPart(boolean built) {
        this.built = built;
    }

    /** Whether there is anything behind it yet; what there isn't is not offered, and its setting stays as stored. */
    public boolean built() {
        return built;
    }
}
