package io.anteroom.bench;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param item the item's number
 * @param measured what was measured
 * @param against what it is divided by; null where the figure speaks for itself, in its own unit
 * @param aim of the ratio, or of the figure
 * @param note what one has to know to read it, such as what stands in for what; empty for nothing
 */
public record Row(int item, Figures measured, @Nullable Figures against, Aim aim, String note) {

    /** The ratio, or the figure. */
    double value() {
        return outcome().value();
    }

    /** The ratio of each round, or the figure of each. */
    Figures outcome() {
        return against == null ? measured : measured.over(against);
    }

    boolean isMet() {
        return aim.isMetBy(value());
    }
}
