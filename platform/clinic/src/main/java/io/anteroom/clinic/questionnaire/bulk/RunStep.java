package io.anteroom.clinic.questionnaire.bulk;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives it to the next few hundred, in a transaction that also notes how far it is: whatever happens, nobody is given it twice. */
@Component
class RunStep {

    private static final int STEP = 200;

    private final RunRows rows;
    private final Assignments assignments;
    private final Clock clock;

    RunStep(RunRows rows, Assignments assignments, Clock clock) {
        this.rows = rows;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** Whether there is more to do. */
    @Transactional
    public boolean next(long id) {
        RunRows.Position at = rows.locked(id).orElse(null);
        if (at == null) {
            return false;
        }
        Run run = at.run();
        var now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, CurrentTenant.get().zone());
        List<PatientId> patients = rows.next(run.wanted(), today, now, at.last(), STEP);
        if (patients.isEmpty()) {
            rows.end(id, Run.State.DONE, now);
            return false;
        }
        Optional<Integer> given = assignments.assignAll(patients, run.questionnaire(), run.due(), run.by());
        if (given.isEmpty()) {
            rows.end(id, Run.State.STOPPED, now);
            return false;
        }
        rows.moveOn(id, patients.getLast(), patients.size(), given.get());
        return true;
    }
}
