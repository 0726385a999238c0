package io.anteroom.payments.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When the job looks at a payment that is not over: 1, 5 and 15 minutes after it began, each hour of the first day, then
 * each day; and a minute after its page has closed.
 */
public final class CheckSchedule {

    private static final Duration DAY = Duration.ofDays(1);

    private CheckSchedule() {}

    /** The first look. */
    public static Instant first(Instant begun) {
        return begun.plus(Duration.ofMinutes(1));
    }

    /** The next time after {@code now}. */
    public static Instant next(Instant begun, Instant pageCloses, Instant now) {
        Duration age = Duration.between(begun, now);
        Stream<Instant> firstDay = Stream.concat(
                        Stream.of(1L, 5L, 15L),
                        LongStream.rangeClosed(1, 24).map(hour -> hour * 60).boxed())
                .map(minutes -> begun.plus(Duration.ofMinutes(minutes)));
        Stream<Instant> later = Stream.of(
                begun.plus(DAY.multipliedBy(Math.max(1, age.toDays() + 1))), pageCloses.plus(Duration.ofMinutes(1)));
        return Stream.concat(firstDay, later)
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
