package io.anteroom.clinic.access.password;

/** The answer to somebody who chooses a password. */
public sealed interface PasswordSaved {

    /** It is theirs from now on, and every other browser is signed out. */
    record Saved() implements PasswordSaved {}

    /** It won't do. */
    record Refused(PasswordRules.Problem problem) implements PasswordSaved {}

    /** It was to be asked for together with a code, which the clinic doesn't let anybody choose. */
    record NotTogether() implements PasswordSaved {}

    /** Nobody proved lately in this session who they are. */
    record CheckFirst() implements PasswordSaved {}

    /** So many people are at it that no turn came. */
    record Busy() implements PasswordSaved {}

    /** The clinic takes no passwords. */
    record Off() implements PasswordSaved {}
}
