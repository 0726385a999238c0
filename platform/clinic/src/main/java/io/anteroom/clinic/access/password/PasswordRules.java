package io.anteroom.clinic.access.password;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Optional;

/**
 * What a password has to be (NIST SP 800-63B-4, 3.1.1): long enough, and not one that is guessed first. Nothing is asked of
 * its characters.
 */
public final class PasswordRules {

    /**
     * The shortest that signs in by itself, in characters: the standard asks for 15 where a password is the only factor. A code
     * signs in by itself as well there, and so is no second one.
     */
    public static final int SHORTEST = 15;

    /** The shortest that is asked for together with a code, in characters: of two factors each is needed. */
    public static final int SHORTEST_WITH_CODE = 8;

    /** The longest, in characters; the standard asks for 64 at least. */
    public static final int LONGEST = 256;

    /** More than so much of what is typed isn't looked at: even composed, it is longer than the longest. */
    private static final int LOOKED_AT = 8_000;

    private PasswordRules() {}

    /** The same characters however a keyboard composed them (NFKC). */
    static String normal(String typed) {
        return Normalizer.normalize(typed.substring(0, Math.min(typed.length(), LOOKED_AT)), Normalizer.Form.NFKC);
    }

    /** What is wrong with {@code normal}, if anything; {@code names} are those of the person and the clinic. */
    static Optional<Problem> problem(String normal, boolean withCode, Collection<String> names) {
        int length = normal.codePointCount(0, normal.length());
        int shortest = withCode ? SHORTEST_WITH_CODE : SHORTEST;
        if (length < shortest) {
            return Optional.of(new Problem.TooShort(length, shortest));
        }
        if (length > LONGEST) {
            return Optional.of(new Problem.TooLong());
        }
        return Blocklist.holds(normal, names) ? Optional.of(new Problem.GuessedFirst()) : Optional.empty();
    }

    static boolean tooLong(String normal) {
        return normal.codePointCount(0, normal.length()) > LONGEST;
    }

    /** What can be wrong with a password. */
    public sealed interface Problem {

        /**
         * It is too short.
         *
         * @param length how long it is, in characters
         * @param shortest how long it has to be
         */
        record TooShort(int length, int shortest) implements Problem {}

        /** It is longer than {@link #LONGEST}. */
        record TooLong() implements Problem {}

        /** It is common, a row of keys, a repetition, or made of names of the person or the clinic. */
        record GuessedFirst() implements Problem {}
    }
}
