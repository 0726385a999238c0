package io.anteroom.stripeemulator.store;

import java.util.random.RandomGenerator;

/** Makes ids of the shape of Stripe's: a prefix and letters and digits. */
public final class Ids {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random;

    /** Ids drawn from {@code random}. */
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** The prefix, an underscore and 24 characters. */
    public String next(String prefix) {
        return prefix + "_" + letters(24);
    }

    /** That many characters. */
    public String letters(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
