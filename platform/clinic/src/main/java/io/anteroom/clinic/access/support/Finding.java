package io.anteroom.clinic.access.support;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.support.SignInTry.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is wrong now with one person's way in, or that nothing is. */
public sealed interface Finding {

    /** The clinic's portal is switched off, for everybody. */
    record PortalOff() implements Finding {}

    /** Nothing is set that signs the person in. */
    record NothingSet() implements Finding {}

    /** The clinic sends no codes to any of the addresses that are set. */
    record NoCodesThere() implements Finding {}

    /** Ten wrong codes in a row: for {@code address} none is taken before {@code until}. */
    record Locked(SignInAddress address, Instant until) implements Finding {}

    /**
     * Ten wrong passwords or printed codes in a row: for {@code address} none is taken before {@code until}. A code that is
     * sent still gets in.
     */
    record OtherLocked(SignInMethod method, SignInAddress address, Instant until) implements Finding {}

    /**
     * Too many wrong passwords were entered after a right code for {@code address}: none is taken before {@code until}, or ever
     * where that is null. Nothing else but a passkey gets in meanwhile.
     */
    record SecondLocked(SignInAddress address, @Nullable Instant until) implements Finding {}

    /** The code asked for {@code at} was entered, and the password that is asked for besides was not. */
    record PasswordMissing(SignInAddress address, Instant at) implements Finding {}

    /** The code asked for {@code at} was refused by the mail server or gateway, for this {@code reason}. */
    record Undelivered(
            SignInAddress address, Instant at, @Nullable String reason) implements Finding {}

    /** The code asked for {@code at} was held back by a cap on messages. */
    record HeldBack(SignInAddress address, Instant at) implements Finding {}

    /** The code asked for {@code at} is on its way. */
    record OnItsWay(SignInAddress address, Instant at) implements Finding {}

    /**
     * A browser is waiting for a code it can enter.
     *
     * @param signIn the sign-in it waits in
     * @param at when the last code was asked for
     * @param code what became of that
     * @param verified whether a code sent to the address was ever entered; only then it is sent again from here
     */
    record Waiting(UUID signIn, SignInAddress address, Instant at, State code, boolean verified) implements Finding {}

    /** The last try, {@code at}, led nowhere, and no browser waits any more. */
    record GaveUp(SignInAddress address, Instant at, State code) implements Finding {}

    /** The last try led in, or a later one did. */
    record In(Instant at) implements Finding {}

    /** Nobody has tried lately. */
    record NotTried() implements Finding {}
}
