package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.LockedAppointments;
import io.anteroom.tenancy.work.WorkHandler;
import java.time.Clock;
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
    private final LockedAppointments appointments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ServicePlans(
            ReminderRows rows,
            ReminderPlan plan,
            LockedAppointments appointments,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.plan = plan;
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
        var service = new ServiceId(Long.parseLong(ref));
        List<AppointmentId> ahead =
                Objects.requireNonNull(transaction.execute(_ -> rows.ahead(service, clock.instant())));
        for (AppointmentId id : ahead) {
            transaction.executeWithoutResult(_ -> appointments.take(id).ifPresent(plan::plan));
        }
    }
}
