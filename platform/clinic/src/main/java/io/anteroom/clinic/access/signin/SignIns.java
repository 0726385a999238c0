package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signing in to the portal with a code. What is answered never depends on whether the clinic knows the address. */
@Component
public class SignIns {

    /** What a message with a code is about: the code of that number. */
    public static final String CODES = SendCode.KIND;

    private final CodeRequests requests;
    private final CodeEntries entries;
    private final PendingSignIns pending;
    private final SignInMetrics metrics;
    private final Clock clock;

    SignIns(CodeRequests requests, CodeEntries entries, PendingSignIns pending, SignInMetrics metrics, Clock clock) {
        this.requests = requests;
        this.entries = entries;
        this.pending = pending;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Asks for a code to be sent to {@code address}, if somebody has it. */
    @Transactional
    public Asked ask(SignInAddress address, AskedFrom from) {
        return metrics.asked(requests.first(address, null, from, clock.instant()));
    }

    /**
     * Asks for a code to be sent to {@code address} for an errand, if that is open, whoever has the address. The right code
     * runs the errand and signs in.
     */
    @Transactional
    public Asked ask(SignInAddress address, Errand errand, AskedFrom from) {
        return metrics.asked(requests.first(address, errand, from, clock.instant()));
    }

    /** Asks for another code for the browser that asked before; the last two stay valid. */
    @Transactional
    public Asked askAgain(AskedFrom from) {
        return metrics.asked(requests.again(from, clock.instant()));
    }

    /** What {@code browser} is waiting for, if it is signing in. */
    @Transactional(readOnly = true)
    public Optional<PendingSignIn> pending(BrowserToken browser) {
        return pending.find(browser, clock.instant());
    }

    /**
     * Enters a code.
     *
     * @param typed as it was typed or pasted, with spaces and hyphens
     * @param device what the browser calls itself, in words, for the list of sessions; at most 100 characters
     */
    @Transactional
    public Entered enter(BrowserToken browser, String typed, String device) {
        return metrics.entered(EnteredCode.read(typed)
                .map(code -> entries.enter(browser, code, device, clock.instant()))
                .orElseGet(Entered.NotACode::new));
    }
}
