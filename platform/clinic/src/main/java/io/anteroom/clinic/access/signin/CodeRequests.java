package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.AskingLimits;
import io.anteroom.clinic.access.limit.BrowserToken;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes requests for codes. It stores what was typed and leaves a pointer for the worker, and never asks whether anybody
 * has the address: so the answer, and the time it takes, can't depend on it.
 */
@Component
class CodeRequests {

    private final SignInRows signIns;
    private final OneTimeCodes codes;
    private final AskingLimits limits;

    CodeRequests(SignInRows signIns, OneTimeCodes codes, AskingLimits limits) {
        this.signIns = signIns;
        this.codes = codes;
        this.limits = limits;
    }

    /** A code for {@code address}. A browser that asked for the same before goes on where it was. */
    Asked first(SignInAddress address, @Nullable Errand errand, AskedFrom from, Instant now) {
        var before = held(from.browser(), now)
                .filter(signIn -> signIn.address().equals(address) && Objects.equals(signIn.errand(), errand));
        return before.isPresent() ? another(before.get(), from, now) : begin(address, errand, from, now);
    }

    /** Another code for a browser that asked before. Too soon after the last one, nothing happens. */
    Asked again(AskedFrom from, Instant now) {
        return held(from.browser(), now)
                .map(signIn -> another(signIn, from, now))
                .orElseGet(Asked.Stale::new);
    }

    private Asked begin(SignInAddress address, @Nullable Errand errand, AskedFrom from, Instant now) {
        return refusal(address, from, now).orElseGet(() -> {
            var begun = signIns.begin(address, from.host(), errand, now);
            codes.ask(begun.id(), now);
            return new Asked.OnItsWay(begun.browser());
        });
    }

    private Asked another(SignIn signIn, AskedFrom from, Instant now) {
        var onItsWay = new Asked.OnItsWay(Objects.requireNonNull(from.browser()));
        if (codes.newest(signIn.id()).getFirst().isFreshAt(now)) {
            return onItsWay;
        }
        return refusal(signIn.address(), from, now).orElseGet(() -> {
            codes.ask(signIn.id(), now);
            return onItsWay;
        });
    }

    /** What the clinic has switched off uses up nothing, whether or not anybody has such an address. */
    private Optional<Asked> refusal(SignInAddress address, AskedFrom from, Instant now) {
        return limits.sendsTo(address)
                ? limits.refusal(address, from, now).map(Asked.class::cast)
                : Optional.of(new Asked.NotSentThere());
    }

    private Optional<SignIn> held(@Nullable BrowserToken browser, Instant now) {
        return Optional.ofNullable(browser)
                .flatMap(signIns::hold)
                .filter(signIn -> signIn.finishedAt() == null && !signIn.tooOld(now));
    }
}
