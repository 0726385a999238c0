package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.welcome.Welcomes;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** The clinic's side is furnished; then, in one transaction, the tenant begins to answer and its owner is written to. */
class OpenPortal implements Step {

    private final List<NewClinic> furnishers;
    private final TenantRegistry registry;
    private final Welcomes welcomes;
    private final TransactionOperations control;

    OpenPortal(List<NewClinic> furnishers, TenantRegistry registry, Welcomes welcomes, TransactionOperations control) {
        this.furnishers = List.copyOf(furnishers);
        this.registry = registry;
        this.welcomes = welcomes;
        this.control = control;
    }

    @Override
    public ProvisioningStep step() {
        return ProvisioningStep.PORTAL;
    }

    @Override
    public void run(Undertaking undertaking) {
        Tenant tenant = undertaking.tenant();
        var owner = undertaking.organisation().owner();
        var member = new NewClinic.Owner(undertaking.requireOwnerSubject(), owner.name(), owner.email());
        CurrentTenant.run(tenant, () -> furnishers.forEach(furnisher -> furnisher.furnish(tenant, member)));
        control.executeWithoutResult(transaction -> {
            registry.activate(tenant.id());
            welcomes.welcomeOnce(undertaking.id());
        });
    }
}
