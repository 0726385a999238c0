package io.anteroom.webkit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A clinic's colours as its pages use them, six hexadecimal digits each. Whoever makes one has seen to the contrast.
 *
 * @param primary the ground of the main button in light pages, and the colour of links
 * @param onPrimary text on {@code primary}
 * @param accent the decoration: the line at the top, marks
 * @param darkPrimary what {@code primary} is in dark pages
 * @param onDarkPrimary text on {@code darkPrimary}
 * @param darkAccent what {@code accent} is in dark pages
 */
public record Palette(
        String primary, String onPrimary, String accent, String darkPrimary, String onDarkPrimary, String darkAccent) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{6}");

    /** The platform's own colours, also a clinic's before it chooses. */
    public static final Palette ANTEROOM = new Palette("0f5c5c", "ffffff", "b9692b", "5cc4bd", "000000", "e0a458");

    /**
     * @throws IllegalArgumentException if one of them is not six lower-case hexadecimal digits
     */
    public Palette {
        Stream.of(primary, onPrimary, accent, darkPrimary, onDarkPrimary, darkAccent)
                .forEach(Palette::check);
    }

    /**
     * Reads what {@link #key()} wrote.
     *
     * @throws IllegalArgumentException if it is not six colours
     */
    public static Palette ofKey(String key) {
        List<String> parts = List.of(key.split("-", -1));
        if (parts.size() != 6) {
            throw new IllegalArgumentException("Not a palette");
        }
        return new Palette(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }

    /** The six colours in one word, part of the style sheet's address. */
    public String key() {
        return String.join("-", primary, onPrimary, accent, darkPrimary, onDarkPrimary, darkAccent);
    }

    private static void check(String colour) {
        if (!HEX.matcher(colour).matches()) {
            throw new IllegalArgumentException("Not a colour");
        }
    }
}
