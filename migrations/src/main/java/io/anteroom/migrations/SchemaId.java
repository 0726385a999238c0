package io.anteroom.migrations;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The random name of one clinic's schema, and later the id of the tenant that takes it: twelve characters of
 * {@code a-z} and {@code 2-7}.
 *
 * @param value the twelve characters
 */
public record SchemaId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{12}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    /**
     * @throws IllegalArgumentException if {@code value} is not of the shape above; what passes is safe inside SQL text
     */
    public SchemaId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a schema id");
        }
    }

    static SchemaId random(RandomGenerator random) {
        StringBuilder value = new StringBuilder(12);
        random.ints(12, 0, LETTERS.length()).forEach(letter -> value.append(LETTERS.charAt(letter)));
        return new SchemaId(value.toString());
    }

    /** The schema, {@code t_} and the id; its role has the same name. */
    public String schema() {
        return "t_" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
