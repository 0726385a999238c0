package io.anteroom.clinic.billing;

import io.anteroom.payments.Onboarding;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.data.Remembered;
import org.springframework.stereotype.Component;

/**
 * Whether a page may offer to pay by card, from memory. Starting a payment asks anew, so what is shown wrongly for a moment
 * is refused there.
 */
@Component
public class CardPayments extends Remembered<Boolean> {

    private final Onboarding onboarding;

    CardPayments(Onboarding onboarding) {
        super("portal_changed");
        this.onboarding = onboarding;
    }

    /** Whether the current clinic's account with the card company can take money. */
    public boolean possible() {
        return remembered();
    }

    @Override
    protected Boolean read(Tenant clinic) {
        return onboarding.status().chargesEnabled();
    }
}
