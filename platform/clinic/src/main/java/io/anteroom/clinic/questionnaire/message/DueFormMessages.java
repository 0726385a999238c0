package io.anteroom.clinic.questionnaire.message;

import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is due by now and leaves each as work of its own, so that one that fails stands in no other's way. */
@Component
class DueFormMessages implements WorkHandler {

    static final String KIND = "form-messages";

    /** There is but one of a clinic. */
    static final String REF = "next";

    private final FormMessageRows rows;
    private final WorkQueue work;
    private final Clock clock;

    DueFormMessages(FormMessageRows rows, WorkQueue work, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        var due = rows.takeDue(clock.instant());
        work.addAll(SendFormMessage.KIND, due.stream().map(FormStep::toString).toList());
        rows.nextDue().ifPresent(next -> work.add(KIND, REF, next));
    }
}
