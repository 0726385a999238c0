package io.anteroom.portal.security;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.recovery.RecoverySet;
import io.anteroom.language.Words;
import java.time.ZoneId;

/**
 * What the page says of printed codes.
 *
 * @param left how many are left, in words
 * @param few whether it is time for new ones
 * @param made when they were made, in the clinic's time
 */
public record PrintedCodes(String left, boolean few, String made) {

    private static final int FEW = 3;

    static PrintedCodes of(RecoverySet set, ZoneId zone) {
        return new PrintedCodes(
                say(
                        "{left, plural, =0 {None of {all} codes left} one {# of {all} codes left} other {# of {all} codes left}}",
                        "left",
                        set.left(),
                        "all",
                        RecoverySet.CODES),
                set.left() < FEW,
                Words.current().dayAndTime(set.madeAt().atZone(zone)));
    }
}
