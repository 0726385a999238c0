package io.anteroom.messaging;

import io.anteroom.messaging.Delivery.NoAnswer;
import io.anteroom.messaging.Delivery.TryLater;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a server that does not answer from holding one thread after another until its time-out. After one silence the
 * server is left alone for a while, and then one message at a time finds out whether it is back.
 */
final class Patience {

    static final Duration PAUSE = Duration.ofSeconds(10);

    private final Clock clock;
    private final TryLater silent;
    private final AtomicReference<@Nullable Instant> leftAloneUntil = new AtomicReference<>();

    /**
     * @param server as sentences begin, such as {@code The mail server}
     */
    Patience(String server, Clock clock) {
        this.clock = clock;
        this.silent = new TryLater(server + " did not answer a moment ago");
    }

    /** Hands over, or says at once that the server is left alone. */
    Delivery with(Supplier<Delivery> handOver) {
        Instant until = leftAloneUntil.get();
        Instant now = clock.instant();
        if (until != null && (isAhead(until, now) || !leftAloneUntil.compareAndSet(until, now.plus(PAUSE)))) {
            return silent;
        }
        Delivery delivery = handOver.get();
        leftAloneUntil.set(delivery instanceof NoAnswer ? clock.instant().plus(PAUSE) : null);
        return delivery;
    }

    /** What is further ahead than a pause was noted by a clock that has been set back since. */
    private static boolean isAhead(Instant until, Instant now) {
        return now.isBefore(until) && !until.isAfter(now.plus(PAUSE));
    }
}
