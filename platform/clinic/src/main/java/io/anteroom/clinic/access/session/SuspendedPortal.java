package io.anteroom.clinic.access.session;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.work.PlatformWorkHandler;
import org.springframework.stereotype.Component;

/**
 * Signs everybody out of a portal that an operator has suspended, and for good. A suspended tenant's own work waits, so
 * this is the platform's. Nobody gets in meanwhile: such a portal answers no request.
 */
@Component
class SuspendedPortal implements PlatformWorkHandler {

    private final TenantDirectory tenants;
    private final Sessions sessions;

    SuspendedPortal(TenantDirectory tenants, Sessions sessions) {
        this.tenants = tenants;
        this.sessions = sessions;
    }

    @Override
    public String kind() {
        return "end-sessions";
    }

    @Override
    public void handle(String tenant) {
        tenants.byId(new TenantId(tenant)).ifPresent(found -> CurrentTenant.run(found, sessions::endAll));
    }
}
