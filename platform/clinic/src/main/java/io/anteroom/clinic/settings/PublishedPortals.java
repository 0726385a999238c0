package io.anteroom.clinic.settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every page of every portal reads. A change is seen by this process at once, by others within five seconds; what
 * has to hold at once everywhere, as the end of sessions, does not rest on this.
 */
@Component
public class PublishedPortals {

    private static final Duration STALE_AFTER = Duration.ofSeconds(5);

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

    /** Forgets the current clinic's portal once the running transaction has committed. */
    void changed() {
        TenantId tenant = CurrentTenant.get().id();
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
