package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is due by now and leaves each as work of its own, so that one that fails stands in no other's way. A clinic has one
 * piece of this work in the queue, due with its next reminder, however many appointments it has.
 */
@Component
class DueReminders implements WorkHandler {

    static final String KIND = "appointment-reminders";

    /** There is but one of a clinic. */
    static final String REF = "next";

    private final ReminderRows rows;
    private final WorkQueue work;
    private final Clock clock;

    DueReminders(ReminderRows rows, WorkQueue work, Clock clock) {
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
        work.addAll(ReminderKey.KIND, due.stream().map(ReminderKey::toString).toList());
        rows.nextDue().ifPresent(next -> work.add(KIND, REF, next));
    }
}
