package io.anteroom.clinic.access.recovery;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The printed codes of somebody signed in. The codes are known to nobody after they were shown once. */
@Component
public class RecoveryCodes {

    private final RecoveryRows rows;
    private final RecoveryTraces traces;
    private final AccountLock lock;
    private final Sessions sessions;
    private final SecureRandom random;
    private final Clock clock;

    RecoveryCodes(
            RecoveryRows rows,
            RecoveryTraces traces,
            AccountLock lock,
            Sessions sessions,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.traces = traces;
        this.lock = lock;
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    /** What the person has, if anything. */
    @Transactional(readOnly = true)
    public Optional<RecoverySet> of(VisibleChart chart) {
        return rows.of(chart.viewer().account());
    }

    /**
     * Makes ten codes, and ends those there were with the sessions they began elsewhere. It takes the fresh check: who only
     * found a browser signed in must not walk off with keys to it.
     *
     * @param instead the set these replace, {@link RecoverySet#NONE} for none: a form sent twice makes one set
     */
    @Transactional
    public RecoveryMade make(ElevatedChart elevated, long instead) {
        var chart = elevated.chart();
        var account = chart.viewer().account();
        boolean open = lock.hold(account);
        var before = rows.of(account);
        if (!open
                || before.map(RecoverySet::id).orElse(RecoverySet.NONE) != instead
                || !sessions.holdToChangeWaysIn(chart.viewer())) {
            return new RecoveryMade.MadeMeanwhile();
        }
        before.ifPresent(set -> forget(chart, set));
        var codes = codes();
        if (!rows.add(account, codes, clock.instant())) {
            return new RecoveryMade.MadeMeanwhile();
        }
        traces.made(chart, before);
        return new RecoveryMade.Sheet(codes);
    }

    /** Ends the codes there are, with the sessions they began elsewhere; false if there are none. */
    @Transactional
    public boolean remove(VisibleChart chart) {
        lock.hold(chart.viewer().account());
        var set = rows.of(chart.viewer().account());
        set.ifPresent(held -> {
            forget(chart, held);
            traces.removed(chart, held);
        });
        return set.isPresent();
    }

    private void forget(VisibleChart chart, RecoverySet set) {
        rows.sessions(set.id(), clock.instant()).stream()
                .filter(session -> !session.equals(chart.viewer().session()))
                .forEach(session -> sessions.end(chart.viewer(), session));
        rows.remove(set.id());
    }

    private List<RecoveryCode> codes() {
        return Stream.generate(() -> RecoveryCode.draw(random))
                .distinct()
                .limit(RecoverySet.CODES)
                .toList();
    }
}
