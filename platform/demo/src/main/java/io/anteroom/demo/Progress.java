package io.anteroom.demo;

import java.time.Duration;

/** Tells the person at the terminal what is going on. */
final class Progress {

    private final long began = System.nanoTime();

    void say(String step) {
        System.out.printf("  %4.1f s  %s%n", elapsed().toMillis() / 1000.0, step);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
