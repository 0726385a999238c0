package io.anteroom.clinic.settings;

import io.anteroom.tenancy.AfterCommit;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.data.Remembered;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every page of every portal reads, from memory. A change is told by the database to every process once it is
 * committed; the process that made it does not wait for that.
 */
@Component
public class PublishedPortals extends Remembered<PublishedPortal> {

    /** What this request is shown in place of the clinic's published portal. */
    private static final ScopedValue<PublishedPortal> PREVIEWED = ScopedValue.newInstance();

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
        return PREVIEWED.isBound() ? PREVIEWED.get() : remembered();
    }

    /** Whether {@link #current} is what a member of staff has a look at, and not what patients see. */
    public boolean isPreviewed() {
        return PREVIEWED.isBound();
    }

    /**
     * Does {@code work}, to which the current clinic's portal is on, and is as staff have drafted it where {@code drafted}
     * says so and there is a draft. Nobody else is shown that.
     */
    public <T> T previewing(boolean drafted, Callable<T> work) throws Exception {
        PortalSettings settings = settings(CurrentTenant.get());
        var portal =
                new PublishedPortal(true, drafted ? settings.current() : settings.published(), settings.languages());
        return ScopedValue.where(PREVIEWED, portal).call(work::call);
    }

    private PortalSettings settings(Tenant clinic) {
        return reading.execute(status -> store.read(PortalDesign.plain(clinic.name())));
    }

    /** Forgets the current clinic's portal here once the running transaction has committed, and tells the others. */
    void changed() {
        TenantId tenant = CurrentTenant.get().id();
        store.tellOthers();
        AfterCommit.run(() -> forget(tenant));
    }

    @Override
    protected PublishedPortal read(Tenant clinic) {
        PortalSettings settings = settings(clinic);
        return new PublishedPortal(settings.on(), settings.published(), settings.languages());
    }
}
