package io.anteroom.clinic.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of the sRGB space, with what WCAG 2.2 asks of pairs of them.
 *
 * @param hex a number sign and six lower-case hexadecimal digits
 */
public record Colour(String hex) {

    /** White. */
    public static final Colour WHITE = new Colour("#ffffff");

    /** Black. */
    public static final Colour BLACK = new Colour("#000000");

    /** The ground of pages in light mode; what is readable on it is so on white. */
    static final Colour LIGHT_GROUND = new Colour("#f5f6f8");

    /** The ground of cards in dark mode. */
    static final Colour DARK_GROUND = new Colour("#18212b");

    /** The contrast text needs (WCAG 2.2, 1.4.3). */
    static final double TEXT = 4.5;

    /** The contrast marks and lines need (WCAG 2.2, 1.4.11). */
    static final double MARKS = 3.0;

    /**
     * @throws IllegalArgumentException if {@code hex} is not of the shape above
     */
    public Colour {
        if (!Shape.HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a colour");
        }
    }

    /** Reads {@code #1B4D8F} or {@code 1b4d8f}, with blanks around. */
    public static Optional<Colour> parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        String hex = text.startsWith("#") ? text : "#" + text;
        return Shape.HEX.matcher(hex).matches() ? Optional.of(new Colour(hex)) : Optional.empty();
    }

    /** The contrast ratio with {@code other}, from 1 to 21, the same both ways (WCAG 2.2, contrast ratio). */
    public double contrast(Colour other) {
        double mine = luminance();
        double its = other.luminance();
        return (Math.max(mine, its) + 0.05) / (Math.min(mine, its) + 0.05);
    }

    /** White or black, whichever is read better on this colour; at least 4.5 : 1 on any. */
    public Colour textOnIt() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /** This colour, or the nearest darker or lighter one that has {@code ratio} against {@code ground}. */
    public Colour readableOn(Colour ground, double ratio) {
        Colour towards = ground.luminance() > 0.18 ? BLACK : WHITE;
        for (int percent = 0; percent < 100; percent++) {
            Colour candidate = mixed(towards, percent / 100.0);
            if (candidate.contrast(ground) >= ratio) {
                return candidate;
            }
        }
        return towards;
    }

    /** The six digits alone. */
    public String digits() {
        return hex.substring(1);
    }

    private Colour mixed(Colour other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long part = Math.round(channel(shift) * (1 - share) + other.channel(shift) * share);
            mixed = mixed << 8 | (int) part;
        }
        return new Colour(String.format(Locale.ROOT, "#%06x", mixed));
    }

    private double luminance() {
        return 0.2126 * linear(channel(16)) + 0.7152 * linear(channel(8)) + 0.0722 * linear(channel(0));
    }

    private int channel(int shift) {
        return Integer.parseInt(digits(), 16) >> shift & 255;
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return hex;
    }

    /** Kept apart, since a record's own constants are made while it is. */
    private static final class Shape {
        static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    }
}
