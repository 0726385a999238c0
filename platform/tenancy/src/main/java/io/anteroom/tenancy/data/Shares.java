package io.anteroom.tenancy.data;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.anteroom.tenancy.TenantId;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections of a sub-pool one tenant may hold at a time: all but one, so that a tenant whose queries are stuck
 * waits for itself, and its neighbours for nobody.
 */
final class Shares {

    private final int size;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();

    /** A share is kept as long as somebody holds a part of it or waits for one; made anew it is whole, as it was. */
    private final LoadingCache<TenantId, Semaphore> shares;

    Shares(int connections, Duration patience) {
        this.size = Math.max(1, connections - 1);
        this.patience = patience;
        this.shares = Caffeine.newBuilder().weakValues().build(tenant -> new Semaphore(size, true));
    }

    /** Takes a part of the tenant's share; its release gives it back. */
    Semaphore take(TenantId tenant) throws SQLException {
        Semaphore share = shares.get(tenant);
        if (!share.tryAcquire()) {
            await(share);
        }
        return share;
    }

    private void await(Semaphore share) throws SQLException {
        waiting.incrementAndGet();
        try {
            if (!share.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException(
                        "The tenant held all " + size + " connections of its share for " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while waiting for a connection", interrupted);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** How many wait for a connection of their own tenant's share. */
    int waiting() {
        return waiting.get();
    }
}
