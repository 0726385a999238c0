package io.anteroom.bench;

import java.time.Duration;

/**
 * How much is measured.
 */
public enum Size {
    /** To see that everything runs; the figures say little. */
    QUICK(100, 2, 0.2),
    /** What the documentation quotes: under ten minutes on two cores. */
    FULL(1_000, 4, 1);

    private final int clinics;
    private final int rounds;
    private final double time;

    Size(int clinics, int rounds, double time) {
        this.clinics = clinics;
        this.rounds = rounds;
        this.time = time;
    }

    /** How many clinics there are. */
    public int clinics() {
        return clinics;
    }

    /** How many rounds are usual. */
    public int rounds() {
        return rounds;
    }

    /** What {@code full} is at this size, for a round or a warm-up. */
    public Duration time(Duration full) {
        return Duration.ofMillis(Math.max(200, Math.round(full.toMillis() * time)));
    }
}
