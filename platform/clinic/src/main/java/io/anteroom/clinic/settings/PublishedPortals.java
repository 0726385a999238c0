package io.anteroom.clinic.settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.data.NoticeListener;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every page of every portal reads, from memory. A change is told by the database to every process once it is
 * committed; the process that made it does not wait for that.
 */
@Component
public class PublishedPortals implements NoticeListener {

    /** For the case that a notice was lost with its connection. */
    private static final Duration STALE_AFTER = Duration.ofMinutes(1);

    private final Cache<TenantId, PublishedPortal> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(STALE_AFTER)
            .build();

    private final PortalSettingsStore store;
    private final TransactionTemplate reading;

    PublishedPortals(PortalSettingsStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The current clinic's portal. */
    public PublishedPortal current() {
        Tenant tenant = CurrentTenant.get();
        return cache.get(tenant.id(), id -> read(tenant));
    }

    @Override
    public String channel() {
        return "portal_changed";
    }

    @Override
    public void heard(String tenant) {
        cache.invalidate(new TenantId(tenant));
    }

    @Override
    public void missed() {
        cache.invalidateAll();
    }

    /** Forgets the current clinic's portal here once the running transaction has committed, and tells the others. */
    void changed() {
        TenantId tenant = CurrentTenant.get().id();
        store.tellOthers();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cache.invalidate(tenant);
            }
        });
    }

    private PublishedPortal read(Tenant tenant) {
        PortalSettings settings = reading.execute(status -> store.read(PortalDesign.plain(tenant.name())));
        return new PublishedPortal(settings.on(), settings.published());
    }
}
