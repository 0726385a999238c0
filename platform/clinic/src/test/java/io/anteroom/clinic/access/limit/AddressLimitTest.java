package io.anteroom.clinic.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AddressLimitTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void threeCodesMayBeAskedForInTenMinutes() {
        var limit = AddressLimit.UNUSED.withSend(NOON).withSend(minutes(1)).withSend(minutes(2));

        assertThat(limit.sendsUsedUp(minutes(3))).contains(minutes(10));
        assertThat(limit.sendsUsedUp(minutes(10).minusMillis(1))).contains(minutes(10));
        assertThat(limit.sendsUsedUp(minutes(10))).isEmpty();
    }

    @Test
    void theWindowSlidesAndDoesNotStartAnew() {
        var limit = AddressLimit.UNUSED
                .withSend(NOON)
                .withSend(minutes(8))
                .withSend(minutes(9))
                .withSend(minutes(10));

        assertThat(limit.sendsUsedUp(minutes(11))).contains(minutes(18));
    }

    @Test
    void aClockSetBackAnHourHoldsNobodyUp() {
        var limit =
                AddressLimit.UNUSED.withSend(minutes(60)).withSend(minutes(60)).withSend(minutes(60));
        var locked = wrong(limit, 10, minutes(60));

        assertThat(locked.sendsUsedUp(NOON)).isEmpty();
        assertThat(locked.locked(NOON)).isEmpty();
        assertThat(locked.withSend(NOON).sends()).containsExactly(NOON);
    }

    @Test
    void clocksAMinuteApartCountAsOne() {
        var limit =
                AddressLimit.UNUSED.withSend(minutes(1)).withSend(minutes(1)).withSend(minutes(1));

        assertThat(limit.sendsUsedUp(NOON)).contains(minutes(11));
        assertThat(wrong(limit, 10, minutes(1)).locked(NOON)).contains(minutes(2));
    }

    @Test
    void tenWrongEntriesInARowLockForAMinute() {
        var nine = wrong(AddressLimit.UNUSED, 9, NOON);

        assertThat(nine.locked(NOON)).isEmpty();
        assertThat(nine.withWrong(NOON).locked(NOON)).contains(minutes(1));
        assertThat(nine.withWrong(NOON).locked(minutes(1))).isEmpty();
    }

    @Test
    void theNextTenLockForFive() {
        var limit = wrong(wrong(AddressLimit.UNUSED, 10, NOON), 10, minutes(2));

        assertThat(limit.locked(minutes(2))).contains(minutes(7));
    }

    @Test
    void aRightEntryStartsTheCountAndTheLocksAnew() {
        var limit = wrong(AddressLimit.UNUSED, 10, NOON).cleared();

        assertThat(wrong(limit, 9, minutes(2)).locked(minutes(2))).isEmpty();
        assertThat(wrong(limit, 10, minutes(2)).locked(minutes(2))).contains(minutes(3));
    }

    @Test
    void aRightEntryDoesNotGiveBackCodesAskedFor() {
        var limit =
                AddressLimit.UNUSED.withSend(NOON).withSend(NOON).withSend(NOON).cleared();

        assertThat(limit.sendsUsedUp(minutes(1))).isPresent();
    }

    @Test
    void aDayWithoutAWrongEntryIsForgiven() {
        var limit = wrong(AddressLimit.UNUSED, 19, NOON);
        var nextDay = NOON.plus(Duration.ofHours(24)).plusMillis(1);

        assertThat(limit.withWrong(nextDay).wrongInRow()).isEqualTo(1);
        assertThat(limit.withWrong(nextDay).timesLocked()).isZero();
    }

    private static AddressLimit wrong(AddressLimit limit, int times, Instant at) {
        var result = limit;
        for (int i = 0; i < times; i++) {
            result = result.withWrong(at);
        }
        return result;
    }

    private static Instant minutes(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
