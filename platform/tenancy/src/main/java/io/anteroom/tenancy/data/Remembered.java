package io.anteroom.tenancy.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One thing of each tenant, read from its data once and then answered from memory, until the database tells that it has
 * changed. Of tenants who have not been here for long it is forgotten.
 *
 * @param <V> the thing, immutable
 */
public abstract class Remembered<V> implements NoticeListener {

    /** For what changes without a notice: where one is lost with its connection, all is forgotten soon. */
    private static final Duration STALE_AFTER = Duration.ofMinutes(10);

    private final Cache<TenantId, V> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(STALE_AFTER)
            .build();

    private final AtomicLong changes = new AtomicLong();
    private final String channel;

    /**
     * @param channel on which the database says which tenant's has changed, by the tenant's id
     */
    protected Remembered(String channel) {
        this.channel = channel;
    }

    /** Reads it; called with {@code tenant} bound. */
    protected abstract V read(Tenant tenant);

    /** The current tenant's. */
    protected final V remembered() {
        Tenant tenant = CurrentTenant.get();
        V found = known.getIfPresent(tenant.id());
        return found == null ? readAndKeep(tenant) : found;
    }

    /** Reads outside of the cache, which would let others wait for a tenant whose connections are all busy. */
    private V readAndKeep(Tenant tenant) {
        long before = changes.get();
        V found = read(tenant);
        known.put(tenant.id(), found);
        if (before != changes.get()) {
            // What was read may be older than the notice of the change.
            known.invalidate(tenant.id());
        }
        return found;
    }

    /** Forgets one tenant's in this process. */
    protected final void forget(TenantId tenant) {
        changes.incrementAndGet();
        known.invalidate(tenant);
    }

    @Override
    public final String channel() {
        return channel;
    }

    @Override
    public final void heard(String tenant) {
        forget(new TenantId(tenant));
    }

    @Override
    public final void missed() {
        changes.incrementAndGet();
        known.invalidateAll();
    }
}
