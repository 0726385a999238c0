package io.anteroom.clinic.scheduling.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final QuietHours NIGHT = QuietHours.USUAL;
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aReminderByDayGoesAtItsTime() {
        assertThat(due(NIGHT, "2026-11-23T14:00", 120)).contains(berlin("2026-11-23T12:00"));
        assertThat(due(NIGHT, "2026-11-23T10:00", 120))
                .as("the first moment after")
                .contains(berlin("2026-11-23T08:00"));
        assertThat(due(NIGHT, "2026-11-23T20:59", 1440)).contains(berlin("2026-11-22T20:59"));
    }

    @Test
    void oneAtNightGoesRightAfterItOrRightBeforeItWhereLessThanAnHourWouldBeLeft() {
        assertThat(due(NIGHT, "2026-11-23T09:30", 120)).contains(berlin("2026-11-23T08:00"));
        assertThat(due(NIGHT, "2026-11-23T09:00", 120)).contains(berlin("2026-11-23T08:00"));
        assertThat(due(NIGHT, "2026-11-23T08:59", 120)).contains(berlin("2026-11-22T20:55"));
        assertThat(due(NIGHT, "2026-11-23T08:30", 600)).contains(berlin("2026-11-22T20:55"));
        assertThat(due(NIGHT, "2026-11-23T07:00", 15)).as("a start at night").contains(berlin("2026-11-22T20:55"));
    }

    @Test
    void whereTheEveningIsOverItGoesInTheMorningAndNeverAfterTheStart() {
        Instant night = berlin("2026-11-22T22:00");

        assertThat(due(NIGHT, "2026-11-23T08:30", 120, night)).contains(berlin("2026-11-23T08:00"));
        assertThat(due(NIGHT, "2026-11-23T08:00", 120, night)).isEmpty();
        assertThat(due(NIGHT, "2026-11-23T07:30", 120, night)).isEmpty();
    }

    @Test
    void whatWouldHaveBeenDueBeforeIsLeftOut() {
        assertThat(due(NIGHT, "2026-11-23T14:00", 120, berlin("2026-11-23T12:00")))
                .isEmpty();
        assertThat(due(NIGHT, "2026-11-23T09:30", 120, berlin("2026-11-23T07:45")))
                .isEmpty();
    }

    @Test
    void quietHoursMayBeWithinADayOrNone() {
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

        assertThat(due(noon, "2026-11-23T15:30", 120)).contains(berlin("2026-11-23T14:00"));
        assertThat(due(noon, "2026-11-23T14:30", 60)).contains(berlin("2026-11-23T11:55"));
        assertThat(due(noon, "2026-11-23T05:00", 120)).contains(berlin("2026-11-23T03:00"));
        assertThat(due(QuietHours.NONE, "2026-11-23T02:00", 120)).contains(berlin("2026-11-23T00:00"));
        assertThat(QuietHours.NONE.any()).isFalse();
    }

    @Test
    void theyAreHoursOfTheWallClockOnDaysThatAreLongerOrShorter() {
        var early = new QuietHours(LocalTime.of(21, 0), LocalTime.of(2, 30));
        assertThat(early.next(Instant.parse("2026-10-25T00:10:00Z"), BERLIN))
                .as("half past two comes twice in Berlin, and it is quiet until the second")
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(early.next(Instant.parse("2026-10-25T01:10:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(early.next(Instant.parse("2027-03-28T00:30:00Z"), BERLIN))
                .as("there is no half past two")
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));

        assertThat(NIGHT.due(
                        LocalDateTime.parse("2026-10-04T09:30")
                                .atZone(LORD_HOWE)
                                .toInstant(),
                        Duration.ofHours(2),
                        LORD_HOWE,
                        LONG_AGO))
                .as("eight o’clock on Lord Howe Island after a night that was half an hour shorter")
                .contains(Instant.parse("2026-10-03T21:00:00Z"));
    }

    private static Optional<Instant> due(QuietHours quiet, String start, int minutes) {
        return due(quiet, start, minutes, LONG_AGO);
    }

    private static Optional<Instant> due(QuietHours quiet, String start, int minutes, Instant now) {
        return quiet.due(berlin(start), Duration.ofMinutes(minutes), BERLIN, now);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
