package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.signin.Entered;
import java.time.Instant;

/** The answer to somebody who signs in with a password. Only {@link SignedIn} says that the clinic knows the address. */
public sealed interface PasswordTried {

    /** The password was right, and a session began. */
    record SignedIn(Entered.SignedIn answer) implements PasswordTried {}

    /** The two don't go together: a wrong password, none, or nobody's address. */
    record Wrong() implements PasswordTried {}

    /** Too many wrong passwords for that address. A code still gets in. */
    record Locked(Instant until) implements PasswordTried {}

    /** So many wrong passwords for that address that only a code gets in, until another password is set. */
    record UsedUp() implements PasswordTried {}

    /** Too many tries from one network. */
    record TooMany(Instant until) implements PasswordTried {}

    /** So many people are at it that no turn came. Nothing was counted. */
    record Busy() implements PasswordTried {}

    /** The clinic takes no passwords. */
    record Off() implements PasswordTried {}
}
