package io.anteroom.payments.account;

import io.anteroom.tenancy.work.WorkHandler;

/** Reads the clinic's account again after Stripe said that it changed. */
public final class AccountWork implements WorkHandler {

    /** The kind of this work; it refers to a connected account. */
    public static final String KIND = "stripe-account";

    private final StripeOnboarding onboarding;

    AccountWork(StripeOnboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        onboarding.refresh();
    }
}
