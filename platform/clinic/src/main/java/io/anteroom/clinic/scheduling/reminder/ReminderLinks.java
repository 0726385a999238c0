package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Confirmations;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.news.AppointmentWords;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links of reminders. Whoever has one may say that the patient will come, and sees when and where and no more. To look
 * changes nothing, since programs that look through mail follow links.
 */
@Component
public class ReminderLinks {

    private static final Actor HOLDER = new Actor.System("Whoever has the reminder’s link");

    private final ReminderRows rows;
    private final Confirmations confirmations;
    private final Clock clock;

    ReminderLinks(ReminderRows rows, Confirmations confirmations, Clock clock) {
        this.rows = rows;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /** The path of such a link in the portal. */
    public static String path(Reference appointment, String confirmKey) {
        return "/confirm/" + appointment + "/" + confirmKey;
    }

    /** What the link shows; nothing where it leads nowhere. */
    @Transactional(readOnly = true)
    public Optional<RemindedOf> look(Reference reference, String confirmKey) {
        return found(reference, confirmKey).map(this::shown);
    }

    /** Confirms, if the appointment is still to come at the time of which the reminder told. The same again does nothing. */
    @Transactional
    public Optional<RemindedOf> confirm(Reference reference, String confirmKey) {
        return found(reference, confirmKey).map(found -> {
            confirmations.confirm(found.appointment().id(), found.start(), HOLDER);
            return confirmations
                    .look(reference)
                    .map(now -> shown(new Found(now, found.start())))
                    .orElseThrow();
        });
    }

    private record Found(Appointment appointment, Instant start) {}

    private Optional<Found> found(Reference reference, String confirmKey) {
        return confirmations
                .look(reference)
                .flatMap(appointment ->
                        rows.start(appointment.id(), confirmKey).map(start -> new Found(appointment, start)));
    }

    private RemindedOf shown(Found found) {
        var appointment = found.appointment();
        return new RemindedOf(
                standing(found),
                appointment.local(),
                appointment.place().name(),
                appointment.place().line(),
                appointment.place().phone(),
                AppointmentWords.phone(appointment),
                appointment.reference());
    }

    private RemindedOf.Standing standing(Found found) {
        var appointment = found.appointment();
        if (!appointment.start().equals(found.start())
                || !appointment.state().awaited()
                || !appointment.start().isAfter(clock.instant())) {
            return RemindedOf.Standing.OVER;
        }
        return appointment.state() == AppointmentState.CONFIRMED
                ? RemindedOf.Standing.CONFIRMED
                : RemindedOf.Standing.OPEN;
    }
}
