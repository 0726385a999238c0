package io.anteroom.payments;

import java.net.URI;

/**
 * Where Stripe's onboarding page sends the person.
 *
 * @param done absolute address for someone who finished or saved for later; it calls {@link Onboarding#refresh}
 * @param again absolute address for someone whose link was used or too old; it calls {@link Onboarding#start} again
 */
public record OnboardingReturn(URI done, URI again) {}
