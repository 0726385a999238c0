package io.anteroom.clinic.scheduling.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Receipt;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void anEntryKeepsItsIdentityAndSaysNothingThatIsTreated() {
        assertThat(file(appointment("High Street", AppointmentState.BOOKED)))
                .contains(
                        "UID:aaaaaaaaaaaaaaaa@north.anteroom.example\r\n",
                        "SEQUENCE:3\r\n",
                        "DTSTART:20261123T090000Z\r\n",
                        "DTEND:20261123T093000Z\r\n",
                        "STATUS:CONFIRMED\r\n",
                        "SUMMARY:Appointment at North\\; Clinic\r\n",
                        "LOCATION:High Street\\, 1 High Street\\, N1 1AA London\r\n")
                .doesNotContain("Physiotherapy")
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(file(appointment("High Street", AppointmentState.CANCELLED))).contains("STATUS:CANCELLED");
    }

    @Test
    void itIsInTheLanguageOfWhoseCalendarItIsAndHoldsNothingInvisible() {
        var booked = appointment("High Street", AppointmentState.BOOKED);

        assertThat(file(Words.in(Language.GERMAN, "GB"), booked))
                .contains("SUMMARY:Termin bei North\\; Clinic\r\n", "DESCRIPTION:Bei Pia.\\nhttps://");
        assertThat(file(Words.in(Language.ARABIC, "GB"), booked))
                .contains("SUMMARY:موعد لدى North\\; Clinic\r\n")
                .doesNotContainPattern("[\u2066-\u2069]");
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        var file = file(appointment("\u00e9\ud83d\ude00".repeat(40), AppointmentState.BOOKED));

        assertThat(file.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(file.replace("\r\n ", "")).contains("\u00e9\ud83d\ude00".repeat(40));
    }

    private static String file(Appointment appointment) {
        return file(Words.in(Language.ENGLISH, "GB"), appointment);
    }

    private static String file(Words words, Appointment appointment) {
        return new String(
                CalendarFile.of(
                        words,
                        List.of(appointment),
                        "North; Clinic",
                        "north.anteroom.example",
                        one -> "https://north.anteroom.example/appointments/" + one.reference(),
                        START),
                StandardCharsets.UTF_8);
    }

    private static Appointment appointment(String place, AppointmentState state) {
        return new Appointment(
                new AppointmentId(1),
                new Reference("a".repeat(16)),
                state,
                new ServiceId(1),
                new PractitionerId(1),
                "Pia",
                "",
                new Appointment.Address(
                        new LocationId(1),
                        place,
                        "1 High Street",
                        "N1 1AA",
                        "London",
                        null,
                        null,
                        ZoneId.of("Europe/London")),
                null,
                null,
                null,
                START,
                START.plusSeconds(1_800),
                "",
                new Receipt("Physiotherapy", 30, null, null, 1440, "Europe/London", null, null),
                null,
                null,
                START.minusSeconds(86_400),
                null,
                null,
                3);
    }
}
