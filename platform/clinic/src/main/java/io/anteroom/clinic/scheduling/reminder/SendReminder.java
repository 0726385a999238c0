package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.LockedAppointments;
import io.anteroom.clinic.scheduling.reminder.ReminderRow.Because;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends one reminder, if the appointment still stands at the time it reminds of. The message and the note that it went commit
 * together, so that work that is done twice sends once.
 */
@Component
class SendReminder implements WorkHandler {

    private final ReminderRows rows;
    private final LockedAppointments appointments;
    private final ReminderWishes wishes;
    private final PublishedPortals portals;
    private final ReminderMessages messages;
    private final WorkQueue work;
    private final Clock clock;

    SendReminder(
            ReminderRows rows,
            LockedAppointments appointments,
            ReminderWishes wishes,
            PublishedPortals portals,
            ReminderMessages messages,
            WorkQueue work,
            Clock clock) {
        this.rows = rows;
        this.appointments = appointments;
        this.wishes = wishes;
        this.portals = portals;
        this.messages = messages;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ReminderKey.KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        var key = ReminderKey.parse(ref);
        appointments
                .take(key.appointment())
                .filter(_ -> rows.isDue(key))
                .ifPresent(appointment -> decide(key, appointment));
    }

    private void decide(ReminderKey key, Appointment appointment) {
        Instant now = clock.instant();
        Instant when = wishes.quiet(appointment).next(now, appointment.place().zone());
        if (!appointment.state().awaited() || !appointment.start().equals(key.start())) {
            rows.remove(key);
        } else if (!portals.current().offers(Section.APPOINTMENTS)) {
            rows.leaveOut(key, Because.SECTION_OFF);
        } else if (!when.isBefore(key.start())) {
            rows.leaveOut(key, Because.TOO_LATE);
        } else if (rows.isOutdone(key, now)) {
            rows.leaveOut(key, Because.LATER_ONE);
        } else if (when.isAfter(now)) {
            rows.putOff(key, when);
            work.add(DueReminders.KIND, DueReminders.REF, when);
        } else {
            send(key, appointment);
        }
    }

    private void send(ReminderKey key, Appointment appointment) {
        var channel = wishes.channel(key, appointment);
        if (channel.filter(one -> messages.send(key, one, appointment)).isEmpty()) {
            boolean wanted = channel.filter(key.channel()::equals).isPresent();
            rows.leaveOut(key, wanted ? Because.NO_ADDRESS : Because.NOT_WANTED);
        }
    }
}
