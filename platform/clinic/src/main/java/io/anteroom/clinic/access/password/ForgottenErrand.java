package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Enrolled;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.errand.SignInErrand;
import io.anteroom.clinic.access.limit.CodeLimits;
import io.anteroom.clinic.access.session.HalfWay;
import io.anteroom.clinic.access.session.HalfWays;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Removes a forgotten password for who gave a right code at one address of the account and now another at another. The sign-in
 * in which the first was given is the errand's.
 */
@Component
class ForgottenErrand implements SignInErrand {

    static final String KIND = "forgotten-password";

    private final HalfWays halfWays;
    private final Enrolment enrolment;
    private final AccountLock lock;
    private final ForgottenPassword forgotten;
    private final Clock clock;

    ForgottenErrand(
            HalfWays halfWays, Enrolment enrolment, AccountLock lock, ForgottenPassword forgotten, Clock clock) {
        this.halfWays = halfWays;
        this.enrolment = enrolment;
        this.lock = lock;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Such a code goes to an address that the account has, or nowhere. */
    @Override
    public boolean isOpen(String ref, SignInAddress address) {
        return false;
    }

    @Override
    public ErrandResult run(String ref, SignInAddress address) {
        return enrolment
                .find(address)
                .filter(Enrolled::verified)
                .filter(enrolled -> lock.hold(enrolled.account()))
                .filter(enrolled ->
                        first(ref).filter(half -> isAnother(enrolled, half)).isPresent())
                .<ErrandResult>map(enrolled -> {
                    forgotten.remove(enrolled.account(), "it was forgotten; codes to two addresses were entered");
                    return new ErrandResult.Done(enrolled);
                })
                .orElseGet(ErrandResult.Ended::new);
    }

    /** Where the first code was entered, if the second was asked for there, as long ago as a sign-in lasts at most. */
    private Optional<HalfWay> first(String ref) {
        return halfWays.of(UUID.fromString(ref))
                .filter(half -> half.forgottenAt() != null
                        && clock.instant().isBefore(half.forgottenAt().plus(CodeLimits.SIGN_IN_LIFE)));
    }

    private static boolean isAnother(Enrolled second, HalfWay first) {
        return second.account().equals(first.account())
                && !second.credential().equals(first.proof().credential());
    }
}
