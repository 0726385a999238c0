package io.anteroom.demo.failure;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself. */
final class Eventually {

    /** Below the minute after which caches look again by themselves. */
    private static final Duration BOUND = Duration.ofSeconds(45);

    /** A process starts in seconds, on a machine that has nothing else to do. */
    private static final Duration FOR_A_START = Duration.ofMinutes(3);

    private Eventually() {}

    static void eventually(BooleanSupplier done) {
        within(BOUND, done);
    }

    /** The same of a process that was just started. */
    static void onceStarted(BooleanSupplier done) {
        within(FOR_A_START, done);
    }

    private static void within(Duration bound, BooleanSupplier done) {
        await().dontCatchUncaughtExceptions() // the mail server's threads don't take it well that a line is cut
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(bound)
                .until(done::getAsBoolean);
    }
}
