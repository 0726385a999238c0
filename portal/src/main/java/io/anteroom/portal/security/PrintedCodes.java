package io.anteroom.portal.security;

import io.anteroom.clinic.access.recovery.RecoverySet;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the page says of printed codes.
 *
 * @param left how many are left, in words
 * @param few whether it is time for new ones
 * @param made when they were made, in the clinic's time
 */
public record PrintedCodes(String left, boolean few, String made) {

    private static final int FEW = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    static PrintedCodes of(RecoverySet set, ZoneId zone) {
        return new PrintedCodes(
                (set.left() == 0 ? "None" : set.left()) + " of " + RecoverySet.CODES + " codes left",
                set.left() < FEW,
                TIME.format(set.madeAt().atZone(zone)));
    }
}
