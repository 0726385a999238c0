package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.access.signin.EnteredCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens clinical records in the session of somebody who proves anew who they are, and locks them. */
@Component
public class Elevation {

    private final UnlockRequests requests;
    private final UnlockEntries entries;
    private final RecordLock lock;
    private final Clock clock;

    Elevation(UnlockRequests requests, UnlockEntries entries, RecordLock lock, Clock clock) {
        this.requests = requests;
        this.entries = entries;
        this.lock = lock;
        this.clock = clock;
    }

    /** Where a code would go: to another verified address than the one that signed in, or else to that one. */
    @Transactional(readOnly = true)
    public Optional<UnlockAddress> address(VisibleChart chart) {
        return requests.address(chart.viewer().session());
    }

    /** The code this session waits for, if one was sent that may still be entered. */
    @Transactional(readOnly = true)
    public Optional<PendingUnlock> pending(VisibleChart chart) {
        return entries.pending(chart.viewer().session(), clock.instant());
    }

    /** Sends a code. Too soon after the last one, nothing happens. */
    @Transactional
    public UnlockAsked ask(VisibleChart chart, AskedFrom from) {
        return requests.ask(chart.viewer().session(), from, clock.instant());
    }

    /**
     * Enters a code, and opens clinical records if it is right.
     *
     * @param typed as it was typed or pasted, with spaces and hyphens
     */
    @Transactional
    public Unlocked enter(VisibleChart chart, String typed) {
        return EnteredCode.read(typed)
                .map(code -> entries.enter(chart, code, clock.instant()))
                .orElseGet(() -> new Unlocked.Refused(new Entered.NotACode()));
    }

    /** Opens them for somebody who proved in another way who they are; nothing if the session has ended. */
    @Transactional
    public Optional<Instant> open(VisibleChart chart, SignInMethod how) {
        return lock.open(chart, how);
    }

    /** Locks clinical records in this session; nothing where they are locked. */
    @Transactional
    public void lock(VisibleChart chart) {
        lock.close(chart);
    }
}
