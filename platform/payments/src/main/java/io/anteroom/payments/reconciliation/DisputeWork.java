package io.anteroom.payments.reconciliation;

import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.stripe.Outside;
import io.anteroom.tenancy.work.WorkHandler;

/** Reads a dispute that an event spoke of. */
public final class DisputeWork implements WorkHandler {

    /** The kind of this work; it refers to a dispute's id at Stripe. */
    public static final String KIND = "stripe-dispute";

    private final StripeOnboarding onboarding;
    private final DisputeReader disputes;

    DisputeWork(StripeOnboarding onboarding, DisputeReader disputes) {
        this.onboarding = onboarding;
        this.disputes = disputes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Reads the dispute again.
     *
     * @throws IllegalStateException if Stripe does not answer, so that it is done again later
     */
    @Override
    public void handle(String ref) {
        Outside.transaction();
        String account = onboarding.status().account();
        if (account != null && !disputes.read(account, ref)) {
            throw new IllegalStateException("Stripe did not tell of a dispute");
        }
    }
}
