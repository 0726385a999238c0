package io.anteroom.controlplane.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often and when a step that went wrong is tried again: quickly at first, since someone is watching, then patiently. */
final class RetryPolicy {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    /** How often a step is begun at the most. */
    static final int MOST_ATTEMPTS = DELAYS.size() + 1;

    /** How often something is tried that is away and comes back by itself: for as long as it takes. */
    private static final Duration WHILE_AWAY = Duration.ofMinutes(5);

    private RetryPolicy() {}

    /** How long to wait after that attempt for what does not answer at all. It is never given up. */
    static Duration delayWhileAway(int attempt) {
        return delayAfter(attempt)
                .filter(delay -> delay.compareTo(WHILE_AWAY) < 0)
                .orElse(WHILE_AWAY);
    }

    /** How long to wait after the attempt of that number, from 1; nothing if it was the last. */
    static Optional<Duration> delayAfter(int attempt) {
        return attempt > DELAYS.size() ? Optional.empty() : Optional.of(DELAYS.get(attempt - 1));
    }
}
