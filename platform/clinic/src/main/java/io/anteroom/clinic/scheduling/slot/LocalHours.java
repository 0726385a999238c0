package io.anteroom.clinic.scheduling.slot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hours of one day by the clock on the wall.
 *
 * @param from when they begin
 * @param until when they end
 */
public record LocalHours(LocalTime from, LocalTime until) {

    /**
     * The moments these hours span on {@code day}. Where the clock is put forward over one of the ends, the span ends or
     * begins at that change; where it is put back, an hour that comes twice is in it twice.
     */
    Span on(LocalDate day, ZoneId zone) {
        return new Span(beginning(day.atTime(from), zone), end(day.atTime(until), zone));
    }

    private static Instant beginning(LocalDateTime time, ZoneId zone) {
        var change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static Instant end(LocalDateTime time, ZoneId zone) {
        var change = zone.getRules().getTransition(time);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        boolean beforeTheOverlap = change != null && time.equals(change.getDateTimeAfter());
        var end = time.atZone(zone);
        return (beforeTheOverlap ? end.withEarlierOffsetAtOverlap() : end.withLaterOffsetAtOverlap()).toInstant();
    }

    /** All of {@code hours} in order, those that touch made one. */
    static List<LocalHours> joined(List<LocalHours> hours) {
        var joined = new ArrayList<LocalHours>();
        for (var next :
                hours.stream().sorted(Comparator.comparing(LocalHours::from)).toList()) {
            if (!joined.isEmpty() && !next.from.isAfter(joined.getLast().until)) {
                var last = joined.removeLast();
                joined.add(new LocalHours(last.from, last.until.isAfter(next.until) ? last.until : next.until));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /** What is left of {@code hours} without these. */
    List<LocalHours> takenFrom(List<LocalHours> hours) {
        var left = new ArrayList<LocalHours>();
        for (var one : hours) {
            if (!one.from.isBefore(until) || !from.isBefore(one.until)) {
                left.add(one);
                continue;
            }
            if (one.from.isBefore(from)) {
                left.add(new LocalHours(one.from, from));
            }
            if (until.isBefore(one.until)) {
                left.add(new LocalHours(until, one.until));
            }
        }
        return left;
    }
}
