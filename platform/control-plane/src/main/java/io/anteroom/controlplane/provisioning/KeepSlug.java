package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.SlugReservations;
import java.time.Clock;
import org.springframework.transaction.support.TransactionOperations;

/** The portal's address stays with this tenant for good. */
class KeepSlug implements Step {

    private final SlugReservations slugs;
    private final TransactionOperations control;
    private final Clock clock;

    KeepSlug(SlugReservations slugs, TransactionOperations control, Clock clock) {
        this.slugs = slugs;
        this.control = control;
        this.clock = clock;
    }

    @Override
    public ProvisioningStep step() {
        return ProvisioningStep.SLUG;
    }

    @Override
    public void run(Undertaking undertaking) {
        var kept = control.execute(
                transaction -> slugs.keep(undertaking.organisation().slug(), undertaking.id(), clock.instant()));
        if (!Boolean.TRUE.equals(kept)) {
            throw StepFailedException.forGood("Someone else has this address.");
        }
    }
}
