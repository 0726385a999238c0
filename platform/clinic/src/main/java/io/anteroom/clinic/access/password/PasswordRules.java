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
     * The shortest, in characters. The standard asks for 15 where a password is all that is asked for, as here; 8 would do
     * beside a second factor, but a code signs in by itself and so is none.
     */
    public static final int SHORTEST = 15;

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
    static Optional<Problem> problem(String normal, Collection<String> names) {
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            return Optional.of(new Problem.TooShort(length));
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
         * It is shorter than {@link #SHORTEST}.
         *
         * @param length how long it is, in characters
         */
        record TooShort(int length) implements Problem {}

        /** It is longer than {@link #LONGEST}. */
        record TooLong() implements Problem {}

        /** It is common, a row of keys, a repetition, or made of names of the person or the clinic. */
        record GuessedFirst() implements Problem {}
    }
}
