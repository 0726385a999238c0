package io.anteroom.controlplane.provisioning;

import io.anteroom.migrations.SchemaId;
import io.anteroom.migrations.TenantSchemas;
import io.anteroom.tenancy.TenantId;
import org.springframework.transaction.support.TransactionOperations;

/** A schema with its role is taken for the tenant, which then has an id and is entered in the registry as in the making. */
class TakeSchema implements Step {

    private final TenantSchemas schemas;
    private final TenantRegistry registry;
    private final Undertakings undertakings;
    private final TransactionOperations control;

    TakeSchema(
            TenantSchemas schemas, TenantRegistry registry, Undertakings undertakings, TransactionOperations control) {
        this.schemas = schemas;
        this.registry = registry;
        this.undertakings = undertakings;
        this.control = control;
    }

    @Override
    public ProvisioningStep step() {
        return ProvisioningStep.SCHEMA;
    }

    @Override
    public void run(Undertaking undertaking) {
        SchemaId schema = schemas.claim("sign-up " + undertaking.id());
        TenantId tenant = new TenantId(schema.value());
        control.executeWithoutResult(transaction -> {
            registry.enter(tenant, undertaking.organisation());
            undertakings.foundTenant(undertaking.id(), tenant);
        });
    }
}
