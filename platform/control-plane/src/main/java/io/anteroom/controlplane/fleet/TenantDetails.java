package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.OperatorLog;
import io.anteroom.controlplane.provisioning.Progress;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.webkit.host.Links;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that one tenant's page shows. */
class TenantDetails {

    private final Tenants tenants;
    private final Provisioning provisioning;
    private final OperatorLog log;
    private final Links links;

    TenantDetails(Tenants tenants, Provisioning provisioning, OperatorLog log, Links links) {
        this.tenants = tenants;
        this.provisioning = provisioning;
        this.log = log;
        this.links = links;
    }

    Optional<TenantView> of(String ref) {
        return tenants.find(ref).map(this::view);
    }

    private TenantView view(TenantRow row) {
        return new TenantView(row, progress(row), log.about(row.ref()), links.portal(row.slug(), "/"));
    }

    private @Nullable Progress progress(TenantRow row) {
        return row.signUp() == null ? null : provisioning.progress(row.signUp()).orElse(null);
    }
}
