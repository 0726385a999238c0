package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets credentials from the patients' contact details: a mobile that stands on one record becomes what that patient signs
 * in with, and so does an email address. First the records are looked through, then staff see what would be set and what
 * would not, then it is carried out, and what nobody has used can be taken back.
 */
@Component
@Transactional
public class Backfill {

    /** How long it is kept what stood on the records. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int ADULT = 18;

    private final BackfillRuns runs;
    private final BackfillLines lines;
    private final Authentication authentication;
    private final WorkQueue work;
    private final Clock clock;

    Backfill(BackfillRuns runs, BackfillLines lines, Authentication authentication, WorkQueue work, Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.authentication = authentication;
        this.work = work;
        this.clock = clock;
    }

    /** Has the records looked through. While another is under way, that is the answer. */
    public BackfillId begin(Actor.Staff by) {
        runs.takeTurns();
        return runs.atWork().map(BackfillRun::id).orElseGet(() -> {
            var now = clock.instant();
            var id = runs.begin(by, now);
            work.add(BackfillWork.KIND, id.toString());
            work.add(BackfillForgetting.KIND, id.toString(), now.plus(KEPT));
            return id;
        });
    }

    /** Has what is ready set. Asked twice it happens once; false while another is under way. */
    public boolean start(BackfillId id, Actor.Staff by) {
        return move(id, BackfillState.PLANNED, BackfillState.RUNNING, BackfillOutcome.READY, by);
    }

    /** Has what was set and nobody has used taken back. Asked twice it happens once; false while another is under way. */
    public boolean undo(BackfillId id, Actor.Staff by) {
        return move(id, BackfillState.DONE, BackfillState.UNDOING, BackfillOutcome.SET, by);
    }

    /** Forgets one of which nothing was done; false if it has been started, or is still being planned. */
    public boolean discard(BackfillId id) {
        return runs.delete(id);
    }

    /** One by its number. */
    @Transactional(readOnly = true)
    public Optional<BackfillRun> find(BackfillId id) {
        return runs.find(id);
    }

    /** The newest of those that were carried out, at most ten. */
    @Transactional(readOnly = true)
    public List<BackfillRun> newest() {
        return runs.newest();
    }

    /** How many addresses and numbers come to what. */
    @Transactional(readOnly = true)
    public BackfillCounts counts(BackfillId id) {
        return lines.counts(id);
    }

    /** The addresses and numbers of one outcome, by their patients' numbers. */
    @Transactional(readOnly = true)
    public List<BackfillLine> lines(BackfillId id, BackfillOutcome outcome, int most, int offset) {
        return lines.of(id, outcome, most, offset);
    }

    /**
     * Who may belong together: children who share contact details with exactly one adult, at most two hundred. None where
     * an account opens one record only.
     */
    @Transactional(readOnly = true)
    public List<FamilyProposal> families(BackfillId id) {
        if (authentication.settings().model() != AccountModel.FAMILY_ACCOUNTS) {
            return List.of();
        }
        var today = LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        return lines.families(id, today.minusYears(ADULT));
    }

    private boolean move(BackfillId id, BackfillState from, BackfillState to, BackfillOutcome those, Actor.Staff by) {
        runs.takeTurns();
        var run = runs.find(id).filter(one -> one.state() == from);
        if (run.isPresent() && runs.atWork().isPresent()) {
            return false;
        }
        run.ifPresent(_ -> {
            runs.moveTo(id, to, those, by);
            work.add(BackfillWork.KIND, id.toString());
        });
        return true;
    }
}
