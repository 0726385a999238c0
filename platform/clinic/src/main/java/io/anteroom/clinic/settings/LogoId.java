package io.anteroom.clinic.settings;

import java.util.regex.Pattern;

/**
 * Names a logo by its content, so that its address can be kept for ever.
 *
 * @param value 32 hexadecimal digits
 */
public record LogoId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    /**
     * @throws IllegalArgumentException if {@code value} is not of the shape above
     */
    public LogoId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a logo's id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
