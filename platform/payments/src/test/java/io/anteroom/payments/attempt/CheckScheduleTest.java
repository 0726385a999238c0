package io.anteroom.payments.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckScheduleTest {

    private static final Instant BEGUN = Instant.parse("2026-11-21T09:00:00Z");

    private static List<Duration> until(Duration pageCloses, Duration end) {
        List<Duration> looks = new ArrayList<>();
        Instant now = CheckSchedule.first(BEGUN);
        while (now.isBefore(BEGUN.plus(end))) {
            looks.add(Duration.between(BEGUN, now));
            now = CheckSchedule.next(BEGUN, BEGUN.plus(pageCloses), now);
        }
        return looks;
    }

    @Test
    void itLooksSoonThenHourlyThenDaily() {
        assertThat(until(Duration.ofHours(12), Duration.ofHours(4)))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(3));
        assertThat(until(Duration.ofHours(12), Duration.ofDays(4).plusMinutes(1)))
                .endsWith(Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void itLooksRightAfterThePageHasClosed() {
        assertThat(until(Duration.ofMinutes(31), Duration.ofHours(1))).endsWith(Duration.ofMinutes(32));
    }
}
