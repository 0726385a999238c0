package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.LockedAppointments;
import io.anteroom.clinic.scheduling.setup.ServiceReminder;
import io.anteroom.tenancy.work.WorkHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans anew, one by one, the reminders of all appointments of a service that is to be reminded of otherwise. */
@Component
class ServicePlans implements WorkHandler {

    /** The kind of work; its reference is the service's number. */
    static final String KIND = "appointment-reminder-plans";

    private final ReminderRows rows;
    private final ReminderPlan plan;
    private final QuietTimes quiet;
    private final LockedAppointments appointments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ServicePlans(
            ReminderRows rows,
            ReminderPlan plan,
            QuietTimes quiet,
            LockedAppointments appointments,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.plan = plan;
        this.quiet = quiet;
        this.appointments = appointments;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        var plans = Objects.requireNonNull(transaction.execute(_ -> plans(new ServiceId(Long.parseLong(ref)))));
        Instant first = Instant.MAX;
        for (AppointmentId id : plans.appointments()) {
            Instant due = Objects.requireNonNull(transaction.execute(_ -> appointments
                    .take(id)
                    .flatMap(appointment -> plan.plan(appointment, plans.reminders(), plans.hours()))
                    .orElse(Instant.MAX)));
            first = due.isBefore(first) ? due : first;
        }
        Instant next = first;
        if (next.isBefore(Instant.MAX)) {
            transaction.executeWithoutResult(_ -> plan.wake(next));
        }
    }

    /** What is to be planned; a service that changes once more meanwhile is planned once more. */
    private record Plans(List<AppointmentId> appointments, List<ServiceReminder> reminders, QuietHours hours) {}

    private Plans plans(ServiceId service) {
        return new Plans(rows.ahead(service, clock.instant()), rows.of(service), quiet.current());
    }
}
