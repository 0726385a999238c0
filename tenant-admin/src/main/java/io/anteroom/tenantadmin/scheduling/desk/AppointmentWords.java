package io.anteroom.tenantadmin.scheduling.desk;

import io.anteroom.clinic.scheduling.agenda.AgendaRow;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.webkit.Badge;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Appointments in the staff's words. */
public final class AppointmentWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private AppointmentWords() {}

    /** Where it stands, with the colour it deserves. */
    public static Badge state(AppointmentState state) {
        return switch (state) {
            case HELD -> Badge.notice("Held");
            case AWAITING_PAYMENT -> Badge.notice("Waits for deposit");
            case BOOKED -> Badge.notice("Booked");
            case CONFIRMED -> Badge.good("Confirmed");
            case ARRIVED -> Badge.good("Here");
            case COMPLETED -> Badge.quiet("Completed");
            case NO_SHOW -> Badge.bad("Did not come");
            case CANCELLED -> Badge.quiet("Cancelled");
            case EXPIRED -> Badge.quiet("Not booked in time");
        };
    }

    /** When it is, by the clocks of the place: {@code Monday 23 November 2026, 09:30 to 10:15}. */
    public static String when(Appointment appointment) {
        ZonedDateTime start = appointment.local();
        ZonedDateTime end = appointment.end().atZone(appointment.place().zone());
        return DAY.format(start) + ", " + TIME.format(start) + " to " + TIME.format(end);
    }

    /** The same with the time zone, where it is not the clinic's. */
    public static String when(Appointment appointment, ZoneId clinic) {
        ZoneId there = appointment.place().zone();
        return when(appointment)
                + (there.equals(clinic) ? "" : " (" + there.getId().replace('_', ' ') + ")");
    }

    /** Whose it is, in words. */
    public static String who(Appointment appointment) {
        return who(appointment.patientName(), appointment.state());
    }

    /** The same in a list. */
    public static String who(AgendaRow row) {
        return who(row.patientName(), row.state());
    }

    private static String who(@Nullable String name, AppointmentState state) {
        if (name != null) {
            return name;
        }
        return switch (state) {
            case HELD, AWAITING_PAYMENT -> "Being booked";
            default -> "New patient, to be matched";
        };
    }

    /** The state that usually comes next, as the form that changes it names it, or null. */
    public static @Nullable String next(AppointmentState state) {
        return switch (state) {
            case BOOKED, CONFIRMED -> "arrived";
            case ARRIVED -> "completed";
            default -> null;
        };
    }
}
