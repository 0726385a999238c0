package io.anteroom.bench;

import java.time.Duration;

/** Tells the person at the terminal what is going on. */
public final class Progress {

    private final long began = System.nanoTime();

    /** Prints a line, with the seconds since the benchmark began. */
    public void say(String line) {
        System.out.printf("%6.1f s  %s%n", elapsed().toMillis() / 1000.0, line);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
