package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.welcome.Welcomes;
import org.springframework.transaction.support.TransactionOperations;

/**
 * In one transaction the tenant begins to answer and its owner is written to. The clinic's side needs nothing put in: a
 * portal without settings is off and plain, and a member of staff is entered when they sign in.
 */
class OpenPortal implements Step {

    private final TenantRegistry registry;
    private final Welcomes welcomes;
    private final TransactionOperations control;

    OpenPortal(TenantRegistry registry, Welcomes welcomes, TransactionOperations control) {
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
        control.executeWithoutResult(transaction -> {
            registry.activate(undertaking.requireTenantId());
            welcomes.welcomeOnce(undertaking.id());
        });
    }
}
