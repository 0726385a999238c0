package io.anteroom.tenantadmin.scheduling.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The quarters of an hour that something takes up on a day, 0 to 96; one at least. */
record Quarters(int from, int until) {

    /** How many a day has by its clock. */
    static final int IN_A_DAY = 96;

    private static final int MINUTES = 15;
    private static final long SECONDS = Duration.ofMinutes(MINUTES).toSeconds();

    /** Those between two moments by the clocks of that zone, as far as they are of that day. */
    static Quarters of(Instant start, Instant end, ZoneId zone, LocalDate day) {
        int from = Math.min(IN_A_DAY - 1, minute(start, zone, day) / MINUTES);
        int until = (minute(end, zone, day) + MINUTES - 1) / MINUTES;
        return new Quarters(from, Math.max(from + 1, until));
    }

    /** The first moment from that one on at which a quarter begins. */
    static Instant roundedUp(Instant moment) {
        return Instant.ofEpochSecond(Math.ceilDiv(moment.getEpochSecond(), SECONDS) * SECONDS);
    }

    /** The last moment until that one at which a quarter begins. */
    static Instant roundedDown(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), SECONDS) * SECONDS);
    }

    /** The minute of the day that the clock shows, 0 before the day and 1,440 after it. */
    private static int minute(Instant moment, ZoneId zone, LocalDate day) {
        ZonedDateTime local = moment.atZone(zone);
        if (local.toLocalDate().isBefore(day)) {
            return 0;
        }
        LocalTime time = local.toLocalTime();
        return local.toLocalDate().isAfter(day) ? IN_A_DAY * MINUTES : time.getHour() * 60 + time.getMinute();
    }
}
