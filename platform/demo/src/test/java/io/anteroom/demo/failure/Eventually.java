package io.anteroom.demo.failure;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself. */
final class Eventually {

    /** Below the minute after which caches look again by themselves. */
    private static final Duration BOUND = Duration.ofSeconds(45);

    private Eventually() {}

    static void eventually(BooleanSupplier done) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(BOUND)
                .until(done::getAsBoolean);
    }
}
