package io.anteroom.clinic.scheduling.feed;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.language.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Appointments as a calendar file (RFC 5545). An appointment keeps its identity when it is moved, so that a calendar that
 * takes the file in again changes its entry. The entry names the clinic, the place and the practitioner, and nothing that is
 * treated: calendars are shared.
 */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** In octets, by section 3.1. */
    private static final int LONGEST_LINE = 75;

    /** What keeps a name apart inside a sentence; some calendars draw it as a box. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u2066-\\u2069]");

    private final Words words;
    private final StringBuilder lines = new StringBuilder();

    private CalendarFile(Words words) {
        this.words = words;
    }

    /**
     * The file, in UTF-8.
     *
     * @param words how to speak to whose calendar it is
     * @param clinic the clinic's name
     * @param host of the clinic's portal, which makes the entries' identities unique in the world
     * @param address of each appointment's page
     * @param now when the file is made
     */
    public static byte[] of(
            Words words,
            Collection<Appointment> appointments,
            String clinic,
            String host,
            Function<Appointment, String> address,
            Instant now) {
        var file = new CalendarFile(words);
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Anteroom//Appointments//EN");
        file.line("METHOD:PUBLISH");
        appointments.forEach(appointment -> file.event(appointment, clinic, host, address.apply(appointment), now));
        file.line("END:VCALENDAR");
        return file.lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(Appointment appointment, String clinic, String host, String address, Instant now) {
        var place = appointment.place();
        line("BEGIN:VEVENT");
        line("UID:" + appointment.reference() + "@" + host);
        line("SEQUENCE:" + appointment.version());
        line("DTSTAMP:" + UTC.format(now));
        line("DTSTART:" + UTC.format(appointment.start()));
        line("DTEND:" + UTC.format(appointment.end()));
        line("STATUS:" + (appointment.state() == AppointmentState.CANCELLED ? "CANCELLED" : "CONFIRMED"));
        line("SUMMARY:" + escaped(words.say("Appointment at {clinic}", "clinic", clinic)));
        line("LOCATION:" + escaped(place.line().isEmpty() ? place.name() : place.name() + ", " + place.line()));
        line("DESCRIPTION:"
                + escaped(words.say("With {practitioner}.", "practitioner", appointment.practitionerName()) + "\n"
                        + address));
        line("URL:" + address);
        line("END:VEVENT");
    }

    /** Text by section 3.3.11. */
    private static String escaped(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll("")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Folded where it is too long, never within a character. */
    private void line(String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            String next = Character.toString(character);
            int size = next.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(next);
            octets += size;
            i += Character.charCount(character);
        }
        lines.append("\r\n");
    }
}
