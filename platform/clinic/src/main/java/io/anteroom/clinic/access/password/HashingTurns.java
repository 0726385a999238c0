package io.anteroom.clinic.access.password;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Who may hash at this moment. Half of the processors do, two at least, and one clinic has half of those: a flood of passwords
 * slows the passwords of that clinic, and nothing else. Who waits longer than a few seconds, or behind too many others, is
 * told so.
 */
@Component
class HashingTurns {

    private static final int LONGEST_QUEUE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Duration patience;
    private final int share;
    private final Semaphore all;
    private final Map<TenantId, Semaphore> clinics = new ConcurrentHashMap<>();

    HashingTurns() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    HashingTurns(int places, Duration patience) {
        this.patience = patience;
        this.share = Math.max(1, places / 2);
        this.all = new Semaphore(places, true);
    }

    /** What {@code work} gives in its turn; nothing where none came. */
    <T> Optional<T> take(Supplier<T> work) {
        var clinic = clinics.computeIfAbsent(CurrentTenant.get().id(), id -> new Semaphore(share, true));
        return clinic.getQueueLength() < LONGEST_QUEUE
                ? take(clinic, () -> take(all, work)).flatMap(done -> done)
                : Optional.empty();
    }

    private <T> Optional<T> take(Semaphore places, Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            places.release();
        }
    }
}
