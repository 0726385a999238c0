package io.anteroom.clinic.access.limit;

import java.time.Duration;
import java.util.List;

/**
 * How long codes live and how often they may be asked for and mistaken. These are rules of the product, not settings: a
 * clinic can't weaken them.
 */
public final class CodeLimits {

    /** How long a code may be entered, from the moment it was asked for. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** How long a browser may go on asking and entering before it starts anew. */
    public static final Duration SIGN_IN_LIFE = Duration.ofMinutes(30);

    /** How long a person waits before asking for another code. */
    public static final Duration RESEND_AFTER = Duration.ofSeconds(60);

    /** How many codes may be asked for one address within {@link #SENDS_WITHIN}. */
    static final int SENDS = 3;

    public static final Duration SENDS_WITHIN = Duration.ofMinutes(10);

    /** The wrong entry that burns a code. */
    public static final int TRIES = 3;

    /** How many of the newest codes of one browser may be entered, since messages overtake each other. */
    public static final int CODES_KEPT = 2;

    /** The wrong entries in a row that lock an address. */
    public static final int WRONG_IN_ROW = 10;

    /** After this long without a wrong entry the count starts anew. */
    static final Duration FORGIVEN_AFTER = Duration.ofHours(24);

    /** How long the same entry, sent twice by two tabs at once, still gets the same answer. */
    public static final Duration SAME_ANSWER_WITHIN = Duration.ofSeconds(60);

    /**
     * How far the clocks of two processes may differ. What is noted as later than that was noted by a clock that has been
     * set right since, and holds nobody up.
     */
    public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private static final List<Duration> LOCKS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private static final Duration LONGEST_LOCK = Duration.ofHours(24);

    private CodeLimits() {}

    /** How long the {@code n}th lock in a row lasts, {@code n} from 1: 1, 5, 15, 60 minutes, then doubling to a day. */
    public static Duration lock(int n) {
        if (n <= LOCKS.size()) {
            return LOCKS.get(n - 1);
        }
        var doubled = LOCKS.getLast().multipliedBy(1L << Math.min(n - LOCKS.size(), 10));
        return doubled.compareTo(LONGEST_LOCK) < 0 ? doubled : LONGEST_LOCK;
    }
}
