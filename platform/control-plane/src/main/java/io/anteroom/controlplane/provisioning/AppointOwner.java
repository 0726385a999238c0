package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.identity.IdentityProvider;
import org.springframework.transaction.support.TransactionOperations;

/** The one who signed up becomes a user, if they are none yet, and the organisation's owner. */
class AppointOwner implements Step {

    private final IdentityProvider identities;
    private final Undertakings undertakings;
    private final TransactionOperations control;

    AppointOwner(IdentityProvider identities, Undertakings undertakings, TransactionOperations control) {
        this.identities = identities;
        this.undertakings = undertakings;
        this.control = control;
    }

    @Override
    public ProvisioningStep step() {
        return ProvisioningStep.OWNER;
    }

    @Override
    public void run(Undertaking undertaking) {
        var owner = undertaking.organisation().owner();
        String subject = identities.owner(undertaking.requireIdentityOrganisation(), owner.email(), owner.name());
        control.executeWithoutResult(transaction -> undertakings.foundOwner(undertaking.id(), subject));
    }
}
