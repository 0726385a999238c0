package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.news.AppointmentSettled;
import io.anteroom.clinic.scheduling.setup.ServiceChanged;
import io.anteroom.clinic.scheduling.setup.ServiceReminder;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final ReminderWishes wishes;
    private final WorkQueue work;
    private final Clock clock;

    ReminderPlan(ReminderRows rows, QuietTimes quiet, ReminderWishes wishes, WorkQueue work, Clock clock) {
        this.rows = rows;
        this.quiet = quiet;
        this.wishes = wishes;
        this.work = work;
        this.clock = clock;
    }

    /** In the worker's transaction, which has locked the appointment. */
    @EventListener
    public void settled(AppointmentSettled event) {
        var appointment = event.appointment();
        var reminders = isToCome(appointment) ? rows.of(appointment.service()) : List.<ServiceReminder>of();
        var hours = reminders.isEmpty() ? QuietHours.NONE : quiet.current();
        plan(appointment, reminders, hours).ifPresent(this::wake);
    }

    /** In the transaction of the change. */
    @EventListener
    public void changed(ServiceChanged event) {
        if (!event.before().reminders().equals(event.after().reminders())) {
            work.add(ServicePlans.KIND, event.id().toString());
        }
    }

    /**
     * Plans what is to come of an appointment whose lock is held, and forgets what was planned before.
     *
     * @return when the first is due, for which {@link #wake} is to be called
     */
    public Optional<Instant> plan(Appointment appointment, List<ServiceReminder> reminders, QuietHours hours) {
        boolean toCome = isToCome(appointment);
        rows.forget(appointment.id(), appointment.start(), toCome);
        if (!toCome) {
            return Optional.empty();
        }
        if (reminders.isEmpty()) {
            return Optional.empty();
        }
        var dues = new LinkedHashMap<ServiceReminder, Instant>();
        var quietHours = wishes.quiet(appointment, hours);
        for (var reminder : reminders) {
            var before = Duration.ofMinutes(reminder.minutesBefore());
            quietHours
                    .due(appointment.start(), before, appointment.place().zone(), clock.instant())
                    .ifPresent(due -> dues.put(reminder, due));
        }
        if (!dues.isEmpty()) {
            rows.plan(appointment.id(), appointment.start(), dues);
        }
        return dues.values().stream().min(Comparator.naturalOrder());
    }

    /** Has the worker take what is due then. */
    public void wake(Instant due) {
        work.add(DueReminders.KIND, DueReminders.REF, due);
    }

    private boolean isToCome(Appointment appointment) {
        return appointment.state().awaited() && appointment.start().isAfter(clock.instant());
    }
}
