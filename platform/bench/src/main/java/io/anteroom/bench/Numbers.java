package io.anteroom.bench;

import java.util.Locale;

/** Figures for people: three digits that matter. */
final class Numbers {

    private Numbers() {}

    static String shortly(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(
                Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f", value);
    }
}
