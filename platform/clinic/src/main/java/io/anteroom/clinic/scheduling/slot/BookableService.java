package io.anteroom.clinic.scheduling.slot;

import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.payments.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What can be booked, and by which rules.
 *
 * @param preparation what to bring and how to prepare; may be empty
 * @param minutes how long it takes
 * @param bufferBefore minutes kept free before
 * @param bufferAfter minutes kept free after
 * @param priceMinor what it costs, in the currency's minor unit, or null where nothing is said
 * @param currency of the price, null where there is none
 * @param online whether patients may book it themselves
 * @param forNewPatients whether people without a record may
 * @param needsRoom whether it takes a room
 * @param noticeMinutes how long before patients may book it at the latest
 * @param cancelUntilMinutes how long before they may cancel or move it at the latest
 * @param horizonDays how many days ahead they may book it
 * @param deposit what they pay when they book it, or null where nothing
 */
public record BookableService(
        ServiceId id,
        String name,
        String description,
        String preparation,
        int minutes,
        int bufferBefore,
        int bufferAfter,
        @Nullable Long priceMinor,
        @Nullable Currency currency,
        boolean online,
        boolean forNewPatients,
        boolean needsRoom,
        int noticeMinutes,
        int cancelUntilMinutes,
        int horizonDays,
        @Nullable Money deposit) {

    private static final int QUARTER = 15;

    /** Times are offered so many minutes apart: each quarter of an hour, or one after the other where it is shorter. */
    int step() {
        return Math.min(minutes, QUARTER);
    }

    /** From its start to its end. */
    public Span span(Instant start) {
        return new Span(start, start.plus(Duration.ofMinutes(minutes)));
    }

    /** The same with the buffers around. */
    public Span occupied(Instant start) {
        return occupied(span(start));
    }

    /** What appointments within {@code span} may occupy. */
    Span occupied(Span span) {
        return new Span(
                span.from().minus(Duration.ofMinutes(bufferBefore)),
                span.until().plus(Duration.ofMinutes(bufferAfter)));
    }

    /** When an appointment may start that a patient books at {@code now}, at a place in {@code zone}. */
    Span openToPatients(Instant now, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(now, zone).plusDays(horizonDays);
        return new Span(
                now.plus(Duration.ofMinutes(noticeMinutes)),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
