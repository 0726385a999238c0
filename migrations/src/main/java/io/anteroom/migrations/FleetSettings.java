package io.anteroom.migrations;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the fleet is migrated.
 *
 * @param parallel how many schemas at once; two to four are enough for one PostgreSQL
 * @param lockWait how long a change waits for a table that a clinic is using. Everybody who comes after waits behind it,
 *     so it is short
 * @param attempts how often a busy schema is tried before it is set aside
 * @param pause how long a busy schema is left alone after the first attempt; twice as long after each, 30 s at most
 * @param canary the slug or id of the tenant that goes first, null for the clinic that is in use since the shortest time
 */
public record FleetSettings(
        int parallel,
        Duration lockWait,
        int attempts,
        Duration pause,
        @Nullable String canary) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What suits most. */
    public static FleetSettings standard(int parallel) {
        return new FleetSettings(parallel, Duration.ofMillis(500), 10, Duration.ofSeconds(1), null);
    }

    /** How long a schema is left alone when it was found busy for the {@code attempt}th time, 1 being the first. */
    Duration pauseAfter(int attempt) {
        Duration pause = this.pause.multipliedBy(1L << Math.min(attempt - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
