package io.anteroom.clinic.questionnaire.message;

import io.anteroom.clinic.questionnaire.assignment.FormsGiven;
import io.anteroom.clinic.questionnaire.assignment.FormsMoved;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
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
    void moved(FormsMoved forms) {
        rows.planAnew(forms.ids(), clock.instant(), CurrentTenant.get().zone());
        work.add(DueFormMessages.KIND, DueFormMessages.REF);
    }

    @EventListener
    void given(FormsGiven forms) {
        if (!forms.ids().isEmpty()) {
            Instant now = clock.instant();
            rows.plan(forms.ids(), forms.tellAt(), now, CurrentTenant.get().zone());
            if (forms.tellAt().isAfter(now)) {
                work.add(DueFormMessages.KIND, DueFormMessages.REF, forms.tellAt());
            } else {
                work.add(DueFormMessages.KIND, DueFormMessages.REF);
            }
        }
    }
}
