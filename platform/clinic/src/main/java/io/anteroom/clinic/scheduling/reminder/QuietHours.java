package io.anteroom.clinic.scheduling.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours of each day in which nobody is reminded of anything, by the clocks of the place. They may go past midnight.
 *
 * @param from their first moment
 * @param until the first moment after them; the same as {@code from} where there are none
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** What holds as long as a clinic has not decided. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** Nobody minds a reminder at any hour. */
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** What goes out before them does so long before, so that the way it takes ends before they begin. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    /** What goes out after them leaves the patient so long, or goes out before them. */
    private static final Duration LEAST = Duration.ofHours(1);

    /** Whether there are any. */
    public boolean any() {
        return !from.equals(until);
    }

    /** The first moment from {@code moment} on that is not within them. */
    public Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (!cover(local.toLocalTime())) {
            return moment;
        }
        var day = until.isAfter(local.toLocalTime())
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    /**
     * When to remind of what starts at {@code start}: so long before it as is wanted, or where that is within these hours right
     * after them, or right before them where after them is less than an hour ahead of the start.
     *
     * @param now what would have been due by then is left out: the patient was told of the time only now
     * @return a moment after {@code now} and before {@code start}, if there is one
     */
    Optional<Instant> due(Instant start, Duration before, ZoneId zone, Instant now) {
        Instant wanted = start.minus(before);
        if (!wanted.isAfter(now)) {
            return Optional.empty();
        }
        Instant after = next(wanted, zone);
        if (after.equals(wanted) || !after.isAfter(start.minus(LEAST))) {
            return Optional.of(after);
        }
        Instant ahead = begin(wanted, zone).minus(EARLY);
        if (ahead.isAfter(now)) {
            return Optional.of(ahead);
        }
        return Optional.of(after).filter(start::isAfter);
    }

    /** When those began that cover {@code moment}. */
    private Instant begin(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        var day = from.isAfter(local.toLocalTime()) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        return day.atTime(from).atZone(zone).toInstant();
    }

    /** Whether that time of day is within them. */
    public boolean cover(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : any() && (!time.isBefore(from) || time.isBefore(until));
    }

    /** As people write them: {@code 21:00 to 08:00}. */
    @Override
    public String toString() {
        return any() ? from + " to " + until : "none";
    }
}
