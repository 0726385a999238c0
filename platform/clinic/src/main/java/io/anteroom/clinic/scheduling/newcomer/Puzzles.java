package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.access.Digests;
import io.anteroom.clinic.access.signin.KeyedHash;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What a browser works out before a time is held for it: a number that makes the SHA-256 of the page's puzzle and itself begin
 * with so many zero bits, as in Hashcash. It is found by trying, in a second or a few, while people look at the page. A puzzle
 * belongs to one page and one clinic, and is good for one browser; nothing of it is stored before it is used.
 */
@Component
public class Puzzles {

    /** With how many zero bits it begins: one number in 32,768 will do. */
    public static final int BITS = 15;

    private static final int SHOWN = 16;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([0-9a-f]{32})");
    private static final Pattern ANSWER = Pattern.compile("[0-9]{1,12}");

    private final KeyedHash keyedHash;
    private final Clock clock;

    Puzzles(KeyedHash keyedHash, Clock clock) {
        this.keyedHash = keyedHash;
        this.clock = clock;
    }

    /** The puzzle of a page. */
    public String draw(UUID form) {
        return puzzle(form, Long.toString(clock.instant().getEpochSecond()));
    }

    /** When that page was made, if it was here and not too long ago. */
    Optional<Instant> madeAt(UUID form, String puzzle) {
        var read = FORM.matcher(puzzle);
        if (!read.matches()
                || !MessageDigest.isEqual(Digests.sha256(puzzle), Digests.sha256(puzzle(form, read.group(1))))) {
            return Optional.empty();
        }
        var made = Instant.ofEpochSecond(Long.parseLong(read.group(1)));
        return Optional.of(made).filter(moment -> clock.instant().isBefore(moment.plus(NewcomerLimits.PAGE_LIFE)));
    }

    /** Whether that is an answer. */
    static boolean isSolved(String puzzle, String answer) {
        return ANSWER.matcher(answer).matches() && zeroBits(Digests.sha256(puzzle + " " + answer)) >= BITS;
    }

    private String puzzle(UUID form, String seconds) {
        var mark = Arrays.copyOf(keyedHash.ofPuzzle(form.toString(), seconds), SHOWN);
        return seconds + "." + HexFormat.of().formatHex(mark);
    }

    private static int zeroBits(byte[] hash) {
        int bits = 0;
        for (byte one : hash) {
            int zeros = Integer.numberOfLeadingZeros(one & 0xFF) - 24;
            bits += zeros;
            if (zeros < 8) {
                break;
            }
        }
        return bits;
    }
}
