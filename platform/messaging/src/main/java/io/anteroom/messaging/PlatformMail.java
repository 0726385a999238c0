package io.anteroom.messaging;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Empties the platform's outbox, once a second. Workers share the rows by skipping locked ones; a row that was taken and
 * never ended is due again after its pause, and that pause is also the back-off.
 */
final class PlatformMail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformMail.class);

    private final MessageStore store;
    private final Deliverer deliverer;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("platform-mail").daemon().factory());
    private volatile boolean running;

    PlatformMail(MessageStore store, Deliverer deliverer, Clock clock) {
        this.store = store;
        this.deliverer = deliverer;
        this.clock = clock;
    }

    /** Tries one message; false if none is due. */
    boolean sendNext() {
        try {
            return deliverer.deliver(() -> store.nextDue(clock.instant()));
        } catch (DeliveryPostponed e) {
            LOG.warn("Platform mail waits: {}", e.getMessage());
            return true;
        }
    }

    private void sendAllDue() {
        try {
            while (running && sendNext()) {
                // the next one
            }
        } catch (RuntimeException e) {
            LOG.error("The platform's outbox cannot be read", e);
        }
    }

    @Override
    public void start() {
        running = true;
        var _ = timer.scheduleWithFixedDelay(this::sendAllDue, 1, 1, TimeUnit.SECONDS);
    }

    /** Lets a hand-over that has begun come to its end. */
    @Override
    public void stop() {
        running = false;
        timer.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
