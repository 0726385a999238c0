package io.anteroom.clinic.scheduling.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.profile.preference.OwnQuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PersonalQuietTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void bothHoldAndOneMayBeginWhereTheOtherEnds() {
        var late = own("08:00", "10:00");

        assertThat(late.next(berlin("2026-11-22T22:00"), BERLIN)).isEqualTo(berlin("2026-11-23T10:00"));
        assertThat(late.next(berlin("2026-11-23T12:00"), BERLIN)).isEqualTo(berlin("2026-11-23T12:00"));
        assertThat(own("19:00", "22:00").next(berlin("2026-11-22T19:30"), BERLIN))
                .isEqualTo(berlin("2026-11-23T08:00"));
    }

    @Test
    void whoHasSaidNothingHasTheClinics() {
        assertThat(PersonalQuiet.of(QuietHours.USUAL, null).next(berlin("2026-11-22T22:00"), BERLIN))
                .isEqualTo(berlin("2026-11-23T08:00"));
    }

    @Test
    void whereBothLeaveNothingOfADayTheClinicsAloneHold() {
        assertThat(own("07:00", "21:30").next(berlin("2026-11-22T12:00"), BERLIN))
                .isEqualTo(berlin("2026-11-22T12:00"));
    }

    @Test
    void aReminderGoesRightAfterBothOrRightBeforeThem() {
        var late = own("08:00", "10:00");

        assertThat(late.due(berlin("2026-11-23T14:00"), Duration.ofHours(5), BERLIN, LONG_AGO))
                .contains(berlin("2026-11-23T10:00"));
        assertThat(own("12:00", "14:00").due(berlin("2026-11-23T14:30"), Duration.ofHours(1), BERLIN, LONG_AGO))
                .contains(berlin("2026-11-23T11:55"));
    }

    private static PersonalQuiet own(String from, String until) {
        return PersonalQuiet.of(QuietHours.USUAL, new OwnQuietHours(LocalTime.parse(from), LocalTime.parse(until)));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
