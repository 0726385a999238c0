package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.session.Proof;
import io.anteroom.clinic.access.session.SessionId;
import java.util.Optional;
import java.util.UUID;

/** Something other than a code just sent, by which somebody who typed an address proves to have an account. */
public interface AlternativeProof {

    /**
     * Uses it up for the account that signs in with {@code typed}; nothing if it is wrong. What is wrong must take the same
     * steps whether or not anybody has the address.
     */
    Optional<Proof> prove(SignInAddress typed);

    /** Notes the session it began. */
    void began(SessionId session);

    /** Notes that it was the first of two steps in that sign-in, and that a password is asked for next. */
    void cameHalfWay(UUID signIn);

    /** Whether the same was used a moment ago, as by another tab. */
    boolean usedJustNow();
}
