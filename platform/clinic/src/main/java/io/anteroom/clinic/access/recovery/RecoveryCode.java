package io.anteroom.clinic.access.recovery;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code on paper: twelve characters of an alphabet in which no two look alike, printed or by hand. It has 26 characters,
 * so a code has 56 bits. Who reads one of their doubles types it and is understood.
 *
 * @param value twelve characters without hyphens
 */
public record RecoveryCode(String value) {

    /** Neither 0, 1, I, L, O, U nor those that resemble a digit: B, G, S, Z. */
    private static final String ALPHABET = "23456789ACDEFHJKMNPQRTVWXY";

    private static final Map<Character, Character> DOUBLES = Map.of('B', '8', 'G', '6', 'S', '5', 'Z', '2', 'U', 'V');

    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int LONGEST = 100;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");
    private static final Pattern WHOLE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /** Draws one, each as likely as any other. */
    static RecoveryCode draw(SecureRandom random) {
        var drawn = new StringBuilder(LENGTH);
        var bytes = new byte[LENGTH];
        while (drawn.length() < LENGTH) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && drawn.length() < LENGTH; i++) {
                int number = bytes[i] & 31;
                if (number < ALPHABET.length()) {
                    drawn.append(ALPHABET.charAt(number));
                }
            }
        }
        return new RecoveryCode(drawn.toString());
    }

    /** Reads what was typed, in either case, whatever spaces and hyphens stand between; nothing if it can't be one. */
    static Optional<RecoveryCode> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = new StringBuilder();
        BETWEEN.matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .chars()
                .mapToObj(character -> (char) character)
                .map(character -> DOUBLES.getOrDefault(character, character))
                .forEach(plain::append);
        return WHOLE.matcher(plain).matches() ? Optional.of(new RecoveryCode(plain.toString())) : Optional.empty();
    }

    /** As it is printed: {@code 7KQ2-MXDA-49HF}. */
    public String printed() {
        return value.substring(0, GROUP) + "-" + value.substring(GROUP, 2 * GROUP) + "-" + value.substring(2 * GROUP);
    }

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "RecoveryCode[]";
    }
}
