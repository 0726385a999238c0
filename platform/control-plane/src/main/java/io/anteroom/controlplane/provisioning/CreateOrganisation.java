package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.identity.IdentityProvider;
import org.springframework.transaction.support.TransactionOperations;

/** The organisation and its staff roles are made in the identity provider. */
class CreateOrganisation implements Step {

    private final IdentityProvider identities;
    private final Undertakings undertakings;
    private final TransactionOperations control;

    CreateOrganisation(IdentityProvider identities, Undertakings undertakings, TransactionOperations control) {
        this.identities = identities;
        this.undertakings = undertakings;
        this.control = control;
    }

    @Override
    public ProvisioningStep step() {
        return ProvisioningStep.ORGANISATION;
    }

    @Override
    public void run(Undertaking undertaking) {
        var wanted = undertaking.organisation();
        String id = identities.organisation(undertaking.requireTenantId(), wanted.slug(), wanted.name());
        control.executeWithoutResult(transaction -> undertakings.foundOrganisation(undertaking.id(), id));
    }
}
