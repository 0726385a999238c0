package io.anteroom.clinic.scheduling.appointment;

import io.anteroom.clinic.reading.Beside;
import io.anteroom.clinic.scheduling.appointment.AppointmentRows.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The appointments that somebody signed in may see: in lists those of the patient acted for, by reference those of all.
 * Full access shows what the clinic booked too, limited access what the account booked itself. What is not here does not
 * exist for them.
 */
public final class VisibleAppointments {

    private static final int MOST_PAST = 50;
    private static final int MOST_IN_A_CALENDAR = 500;

    private final Sight open;
    private final Sight listed;
    private final AppointmentRows rows;
    private final Instant now;

    VisibleAppointments(Sight open, Sight listed, AppointmentRows rows, Instant now) {
        this.open = open;
        this.listed = listed;
        this.rows = rows;
        this.now = now;
    }

    /** What is to come or under way, the next one first. */
    public List<Appointment> ahead() {
        return rows.ahead(listed, now);
    }

    /** The first of these. */
    public Optional<Appointment> next() {
        return rows.read(nextBeside());
    }

    /** The same, to be read in the statement of something else. */
    public Beside<Appointment> nextBeside() {
        return rows.next(listed, now);
    }

    /** What is over or called off, the last one first; at most 50. */
    public List<Appointment> past() {
        return rows.past(listed, now, MOST_PAST);
    }

    /** Those of all patients that end after {@code since}, called off or not, for a calendar; the first 500. */
    public List<Appointment> ofAll(Instant since) {
        return rows.since(open, since, MOST_IN_A_CALENDAR);
    }

    /** One of them, those that are held for this person included. */
    public Optional<Appointment> find(Reference reference) {
        return rows.visible(open, reference);
    }
}
