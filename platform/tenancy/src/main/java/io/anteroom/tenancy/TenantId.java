package io.anteroom.tenancy;

import java.util.regex.Pattern;

/**
 * The name of one tenant inside the platform: twelve characters of {@code a-z} and {@code 2-7}, random, never shown to
 * patients and never changed. It says nothing about the clinic, since anyone connected to PostgreSQL can list schemas.
 *
 * @param value the twelve characters
 */
public record TenantId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{12}");

    /**
     * @throws IllegalArgumentException if {@code value} is not of the shape above; what passes is safe inside SQL text
     */
    public TenantId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a tenant id");
        }
    }

    /** The schema that holds everything of this clinic, {@code t_} and the id. */
    public String schema() {
        return "t_" + value;
    }

    /** The PostgreSQL role that has rights on that schema alone; it has the schema's name. */
    public String role() {
        return schema();
    }

    @Override
    public String toString() {
        return value;
    }
}
