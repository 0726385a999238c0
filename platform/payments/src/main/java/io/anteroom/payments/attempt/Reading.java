package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.attempt.StoredPayment.Standing;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe said of a payment page or a charge, in our words.
 *
 * @param intent the payment intent's id, once a card was tried
 * @param received what arrived, if anything did
 * @param failure the last decline's code
 * @param card brand and last digits of what paid
 * @param at when the money arrived
 * @param givenBack what of it the clinic has given back since
 */
record Reading(
        PaymentState state,
        @Nullable String intent,
        @Nullable Money received,
        @Nullable String failure,
        @Nullable String card,
        @Nullable Instant at,
        GivenBack givenBack) {

    /** All that was given back of it, in minor units. */
    long refundedMinor() {
        return givenBack.minor();
    }

    /** Whether it is a step forward from what is known, or tells of another decline on the way. */
    boolean isNewsTo(StoredPayment known) {
        return known.state().mayBecome(state)
                || (known.state() == state
                        && !state.isFinal()
                        && !Objects.equals(known.standing().failure(), failure));
    }

    /**
     * Whether what was given back was recorded by another since this reading was begun: it may rise and fall, and nobody knows
     * which of the two Stripe said last.
     *
     * @param begun what was known when it was begun
     * @param now what is known now
     */
    boolean isOvertaken(Standing begun, Standing now) {
        return state == PaymentState.SUCCEEDED
                && refundedMinor() != now.refundedMinor()
                && begun.refundChanges() != now.refundChanges();
    }
}
