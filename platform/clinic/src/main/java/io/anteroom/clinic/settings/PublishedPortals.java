package io.anteroom.clinic.settings;

import io.anteroom.tenancy.AfterCommit;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.data.Remembered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every page of every portal reads, from memory. A change is told by the database to every process once it is
 * committed; the process that made it does not wait for that.
 */
@Component
public class PublishedPortals extends Remembered<PublishedPortal> {

    private final PortalSettingsStore store;
    private final TransactionTemplate reading;

    PublishedPortals(PortalSettingsStore store, PlatformTransactionManager transactions) {
        super("portal_changed");
        this.store = store;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The current clinic's portal. */
    public PublishedPortal current() {
        return remembered();
    }

    /** Forgets the current clinic's portal here once the running transaction has committed, and tells the others. */
    void changed() {
        TenantId tenant = CurrentTenant.get().id();
        store.tellOthers();
        AfterCommit.run(() -> forget(tenant));
    }

    @Override
    protected PublishedPortal read(Tenant clinic) {
        PortalSettings settings = reading.execute(status -> store.read(PortalDesign.plain(clinic.name())));
        return new PublishedPortal(settings.on(), settings.published(), settings.languages());
    }
}
