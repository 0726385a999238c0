package io.anteroom.clinic.scheduling.appointment;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What an appointment is called in addresses: 80 bits that nobody can guess, in sixteen letters and digits that can be told
 * apart.
 *
 * @param value the sixteen characters
 */
public record Reference(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{16}");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;

    /** Reads one from an address. */
    public static Optional<Reference> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Reference(text)) : Optional.empty();
    }

    /** A new one. */
    public static Reference draw(RandomGenerator random) {
        var drawn = new byte[LENGTH];
        random.nextBytes(drawn);
        var value = new StringBuilder(LENGTH);
        for (byte one : drawn) {
            value.append(ALPHABET.charAt(one & 31));
        }
        return new Reference(value.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
