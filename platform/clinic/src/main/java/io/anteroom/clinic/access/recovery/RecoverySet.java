package io.anteroom.clinic.access.recovery;

import java.time.Instant;

/**
 * The codes that somebody printed, as far as anybody can still know them.
 *
 * @param id which set it is
 * @param madeAt when they were made
 * @param left how many were not used, 0 to 10
 */
public record RecoverySet(long id, Instant madeAt, int left) {

    /** How many codes a set has. */
    public static final int CODES = 10;

    /** What stands for no set. */
    public static final long NONE = 0;
}
