package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.StaffAppointments;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.StillHolds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A reminder that waited for its carrier isn't sent once the appointment is off, has another time or has begun, nor at night.
 */
@Component
class ReminderStillHolds implements StillHolds {

    private final StaffAppointments appointments;
    private final ReminderWishes wishes;
    private final PublishedPortals portals;
    private final Clock clock;

    ReminderStillHolds(StaffAppointments appointments, ReminderWishes wishes, PublishedPortals portals, Clock clock) {
        this.appointments = appointments;
        this.wishes = wishes;
        this.portals = portals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ReminderKey.KIND;
    }

    @Override
    public boolean holds(String ref) {
        return portals.current().offers(Section.APPOINTMENTS) && standing(ref).isPresent();
    }

    @Override
    public Optional<Instant> notBefore(String ref) {
        Instant now = clock.instant();
        return standing(ref)
                .map(appointment ->
                        wishes.quiet(appointment).next(now, appointment.place().zone()))
                .filter(now::isBefore);
    }

    private Optional<Appointment> standing(String ref) {
        var key = ReminderKey.parse(ref);
        return appointments
                .find(key.appointment())
                .filter(appointment -> appointment.state().awaited())
                .filter(appointment -> appointment.start().equals(key.start()))
                .filter(appointment -> appointment.start().isAfter(clock.instant()));
    }
}
