package io.anteroom.webkit.fairness;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Room for so many requests at a time. */
final class Places {

    /** No statement runs longer, so what is stuck has then failed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final long NOT_FULL = Long.MIN_VALUE;

    private final Semaphore free;
    private final int size;
    private final Ticker ticker;
    private final AtomicLong fullSince = new AtomicLong(NOT_FULL);

    Places(int size, Ticker ticker) {
        this.free = new Semaphore(size);
        this.size = size;
        this.ticker = ticker;
    }

    /** Takes a place if there is one; nobody waits. */
    boolean take() {
        boolean taken = free.tryAcquire();
        if (taken) {
            fullSince.lazySet(NOT_FULL);
        } else {
            fullSince.compareAndSet(NOT_FULL, ticker.read());
        }
        return taken;
    }

    void leave() {
        free.release();
    }

    int taken() {
        return size - free.availablePermits();
    }

    /** As long again as there has been no place: a moment where requests come and go, more where they are stuck. */
    Duration retryAfter() {
        long since = fullSince.get();
        Duration full = since == NOT_FULL ? Duration.ZERO : Duration.ofNanos(ticker.read() - since);
        return full.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : full;
    }
}
