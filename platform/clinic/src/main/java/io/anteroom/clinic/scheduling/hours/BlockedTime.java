package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.setup.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Time that a practitioner does not give to patients. Staff may book into it after a warning, patients may not.
 *
 * @param id its number, 0 of one that is not stored yet
 * @param end the first moment that is no longer blocked
 * @param reason for the staff alone; may be empty
 * @param version counts the changes; a form carries it, so that nobody overwrites what they haven't seen
 */
public record BlockedTime(
        long id, PractitionerId practitioner, Instant start, Instant end, String reason, int version) {

    private static final int MOST_DAYS = 92;

    /**
     * Reads what was typed: {@code day}, {@code times} and perhaps {@code lastDay}, by the clocks of {@code zone}; without times
     * it is all day. What is wrong is in {@link Typed#faults()}, and then nothing is given.
     */
    public static Optional<BlockedTime> read(Typed typed, PractitionerId practitioner, ZoneId zone) {
        LocalDate day = typed.day("day", "Enter the day");
        LocalDate last = typed.lastDay("lastDay", day, MOST_DAYS);
        String times = typed.line("times", 40);
        @Nullable TimeSpan span = TypedTimes.span(times).orElse(null);
        if (span == null && !times.isEmpty()) {
            typed.wrong("times", "Enter the hours, like 9:00-12:30, or nothing for all day");
        }
        String reason = typed.line("reason", 200);
        if (!typed.faults().isEmpty()) {
            return Optional.empty();
        }
        Instant start =
                (span == null ? day.atStartOfDay(zone) : day.atTime(span.from()).atZone(zone)).toInstant();
        Instant end = (span == null
                        ? last.plusDays(1).atStartOfDay(zone)
                        : last.atTime(span.until()).atZone(zone))
                .toInstant();
        if (!start.isBefore(end)) {
            typed.wrong("times", "The clocks change then. Enter other hours");
            return Optional.empty();
        }
        return Optional.of(new BlockedTime(0, practitioner, start, end, reason, 0));
    }
}
