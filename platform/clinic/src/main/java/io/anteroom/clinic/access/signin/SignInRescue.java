package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AddressLimits;
import io.anteroom.clinic.access.limit.AskingLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done from outside for a sign-in that is stuck. Nobody but the holder of the address sees a code, and nobody
 * but the browser that asked can enter it: whoever calls this gets in nowhere.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SignInRescue {

    private final SignInRows signIns;
    private final OneTimeCodes codes;
    private final AskingLimits asking;
    private final AddressLimits limits;
    private final AlternativeEntryLimits printed;
    private final Clock clock;

    SignInRescue(
            SignInRows signIns,
            OneTimeCodes codes,
            AskingLimits asking,
            AddressLimits limits,
            AlternativeEntryLimits printed,
            Clock clock) {
        this.signIns = signIns;
        this.codes = codes;
        this.asking = asking;
        this.limits = limits;
        this.printed = printed;
        this.clock = clock;
    }

    /**
     * Has another code sent for the browser that waits in {@code signIn}, to the address typed there. It counts against the
     * address as if the person had asked.
     */
    public Resending sendAgain(UUID signIn) {
        var now = clock.instant();
        return signIns.hold(signIn)
                .filter(held -> held.finishedAt() == null && !held.tooOld(now) && asking.sendsTo(held.address()))
                .map(held -> sendAgain(held, now))
                .orElseGet(Resending.NothingWaits::new);
    }

    private Resending sendAgain(SignIn signIn, Instant now) {
        var newest = codes.newest(signIn.id()).getFirst();
        if (newest.isFreshAt(now)) {
            return new Resending.NotYet(newest.resendAt());
        }
        return asking.refusal(signIn.address(), now)
                .<Resending>map(wait -> new Resending.NotYet(wait.until()))
                .orElseGet(() -> {
                    codes.ask(signIn.id(), now);
                    return new Resending.OnItsWay(signIn.address());
                });
    }

    /**
     * Takes codes for {@code address} again at once, and forgets the wrong entries. Codes asked for still count, and so do
     * the locks there have been: the next one lasts as long as it would have. False if the address is not locked.
     */
    public boolean unlock(SignInAddress address) {
        var limit = limits.hold(address);
        boolean locked = limit.locked(clock.instant()).isPresent();
        if (locked) {
            limits.save(address, limit.unlocked());
        }
        return locked;
    }

    /** The same for printed codes. */
    public boolean unlockPrinted(SignInAddress address) {
        var limit = printed.hold(address);
        boolean locked = limit.locked(clock.instant()).isPresent();
        if (locked) {
            printed.save(address, limit.unlocked());
        }
        return locked;
    }
}
