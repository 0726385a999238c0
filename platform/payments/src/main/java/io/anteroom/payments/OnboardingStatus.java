package io.anteroom.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the clinic is with Stripe, as last read.
 *
 * @param stage in one word
 * @param account the connected account's id, {@code acct_...}, or null before the start
 * @param chargesEnabled whether patients can pay by card
 * @param requirements what Stripe still wants, as Stripe's own field names like {@code
 *     identity.business_details.registered_name}
 * @param checkedAt when Stripe was last asked, or null
 */
public record OnboardingStatus(
        Stage stage,
        @Nullable String account,
        boolean chargesEnabled,
        List<String> requirements,
        @Nullable Instant checkedAt) {

    /** How far the clinic is with Stripe. */
    public enum Stage {
        /** No account yet. */
        NOT_STARTED,
        /** Begun; Stripe wants more from the clinic. */
        INCOMPLETE,
        /** All given; Stripe is checking. */
        IN_REVIEW,
        /** Charges work. */
        READY,
        /** Charges worked, or could not begin to: Stripe has stopped them and says what it wants. */
        RESTRICTED
    }
}
