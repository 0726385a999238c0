package io.anteroom.controlplane.provisioning;

import io.anteroom.migrations.SchemaId;
import io.anteroom.migrations.TenantSchemas;

/** A spare schema may have been built before the last release; it is brought to the newest version before it is used. */
class MigrateTables implements Step {

    private final TenantSchemas schemas;

    MigrateTables(TenantSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public ProvisioningStep step() {
        return ProvisioningStep.TABLES;
    }

    @Override
    public void run(Undertaking undertaking) {
        schemas.bringUpToDate(new SchemaId(undertaking.requireTenantId().value()));
    }
}
