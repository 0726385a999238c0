package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.news.AppointmentSettled;
import io.anteroom.clinic.scheduling.setup.ServiceChanged;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the reminders of appointments: once an act with one can no longer be taken back, and anew for all to come where their
 * service is to be reminded of otherwise. A plan decides nothing for good, since each reminder is asked for again when it is due.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReminderPlan {

    private final ReminderRows rows;
    private final QuietTimes quiet;
    private final WorkQueue work;
    private final Clock clock;

    ReminderPlan(ReminderRows rows, QuietTimes quiet, WorkQueue work, Clock clock) {
        this.rows = rows;
        this.quiet = quiet;
        this.work = work;
        this.clock = clock;
    }

    /** In the worker's transaction, which has locked the appointment. */
    @EventListener
    public void settled(AppointmentSettled event) {
        plan(event.appointment());
    }

    /** In the transaction of the change. */
    @EventListener
    public void changed(ServiceChanged event) {
        if (!event.before().reminders().equals(event.after().reminders())) {
            work.add(ServicePlans.KIND, event.id().toString());
        }
    }

    /** Plans what is to come of an appointment whose lock is held, and forgets what was planned before. */
    public void plan(Appointment appointment) {
        Instant now = clock.instant();
        boolean awaited = appointment.state().awaited() && appointment.start().isAfter(now);
        rows.forget(appointment.id(), appointment.start(), awaited);
        if (awaited) {
            remind(appointment, now).ifPresent(first -> work.add(DueReminders.KIND, DueReminders.REF, first));
        }
    }

    /** When the first of its reminders is due. */
    private Optional<Instant> remind(Appointment appointment, Instant now) {
        var reminders = rows.of(appointment.service());
        if (reminders.isEmpty()) {
            return Optional.empty();
        }
        var hours = quiet.current();
        var dues = new ArrayList<Instant>();
        for (var reminder : reminders) {
            var key = new ReminderKey(
                    appointment.id(), appointment.start(), reminder.channel(), reminder.minutesBefore());
            var before = Duration.ofMinutes(reminder.minutesBefore());
            hours.due(appointment.start(), before, appointment.place().zone(), now)
                    .ifPresent(due -> {
                        rows.plan(key, due);
                        dues.add(due);
                    });
        }
        return dues.stream().min(Comparator.naturalOrder());
    }
}
