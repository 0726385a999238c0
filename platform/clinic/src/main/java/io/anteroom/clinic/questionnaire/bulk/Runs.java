package io.anteroom.clinic.questionnaire.bulk;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.library.Library;
import io.anteroom.clinic.questionnaire.library.LibraryEntry;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questionnaires given to many at once. Whoever calls has asked for {@code MANAGE_QUESTIONNAIRES}. */
@Component
@Transactional
public class Runs {

    /** To how many it is given in one run. */
    public static final int MOST = 20_000;

    private static final int LISTED = 20;

    private final RunRows rows;
    private final Library library;
    private final WorkQueue queue;
    private final AuditLog audit;
    private final Clock clock;

    Runs(RunRows rows, Library library, WorkQueue queue, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.library = library;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many are wanted now; more than {@link #MOST} where they are too many. */
    @Transactional(readOnly = true)
    public int count(Wanted wanted) {
        return rows.count(wanted, today(), clock.instant(), MOST);
    }

    /**
     * Has it given to all who are wanted.
     *
     * @param due the last day for it, or null
     * @param seen how many they were when whoever asks looked
     */
    public Begun begin(QuestionnaireId id, Wanted wanted, @Nullable LocalDate due, int seen, Actor.Staff by) {
        Optional<LibraryEntry> entry = library.locked(id).filter(LibraryEntry::givable);
        if (entry.isEmpty() || rows.of(id, LISTED).stream().anyMatch(run -> run.state() == Run.State.RUNNING)) {
            return new Begun.NotNow();
        }
        int patients = count(wanted);
        if (patients == 0) {
            return new Begun.Nobody();
        }
        if (patients > MOST) {
            return new Begun.TooMany(MOST);
        }
        if (patients != seen) {
            return new Begun.Otherwise(patients);
        }
        long run = rows.add(id, wanted, due, patients, clock.instant(), by);
        queue.add(RunWork.KIND, Long.toString(run));
        audit.record(
                by,
                AuditEntry.of(AuditAction.QUESTIONNAIRE_GIVEN_TO_MANY, "questionnaire", id)
                        .with("Questionnaire", entry.get().title())
                        .with("Patients", Integer.toString(patients)));
        return new Begun.Running(run);
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<Run> find(long id) {
        return rows.find(id);
    }

    /** Those of a questionnaire, the last first; at most 20. */
    @Transactional(readOnly = true)
    public List<Run> of(QuestionnaireId id) {
        return rows.of(id, LISTED);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }
}
