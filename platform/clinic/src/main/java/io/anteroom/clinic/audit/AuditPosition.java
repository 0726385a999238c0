package io.anteroom.clinic.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A place in the log: pages go on from the last line shown, so that new entries don't shift them. */
public record AuditPosition(Instant at, long id) {

    /** As in an address: microseconds since 1970, a hyphen, the entry's number. */
    public String code() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }

    /** The place of that code, or nothing where it is none. */
    public static Optional<AuditPosition> ofCode(String code) {
        int hyphen = code.lastIndexOf('-');
        try {
            return hyphen < 1
                    ? Optional.empty()
                    : Optional.of(new AuditPosition(
                            Instant.EPOCH.plus(Long.parseLong(code.substring(0, hyphen)), ChronoUnit.MICROS),
                            Long.parseLong(code.substring(hyphen + 1))));
        } catch (NumberFormatException | DateTimeException | ArithmeticException noCode) {
            return Optional.empty();
        }
    }
}
