package io.anteroom.payments;

/**
 * Connecting the clinic's own Stripe account, on Stripe's hosted page. The same rule on transactions as for {@link
 * Payments}.
 */
public interface Onboarding {

    /**
     * Opens the clinic's account with Stripe, if it has none, and gives the page on which to go on.
     *
     * @param urls where the page leads afterwards
     * @param contactEmail of the person who connects the account
     */
    OnboardingStart start(OnboardingReturn urls, String contactEmail);

    /** How it stands, as last read; asks nobody. */
    OnboardingStatus status();

    /** Asks Stripe how it stands and records that; where Stripe does not answer, gives what was known. */
    OnboardingStatus refresh();
}
