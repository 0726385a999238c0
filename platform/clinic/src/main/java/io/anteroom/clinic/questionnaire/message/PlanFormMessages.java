package io.anteroom.clinic.questionnaire.message;

import io.anteroom.clinic.questionnaire.assignment.FormsGiven;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans what is said of forms that were given, in the transaction that gave them. */
@Component
class PlanFormMessages {

    private final FormMessageRows rows;
    private final WorkQueue work;
    private final Clock clock;

    PlanFormMessages(FormMessageRows rows, WorkQueue work, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void given(FormsGiven forms) {
        if (!forms.ids().isEmpty()) {
            rows.plan(forms.ids(), clock.instant());
            work.add(DueFormMessages.KIND, DueFormMessages.REF);
        }
    }
}
