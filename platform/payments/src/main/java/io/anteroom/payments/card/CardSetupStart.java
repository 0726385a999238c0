package io.anteroom.payments.card;

import java.net.URI;

/** What came of wanting to add a card. */
public sealed interface CardSetupStart {

    /**
     * Send the browser there, with 303.
     *
     * @param setup the attempt, new or the one already begun by another click
     * @param page Stripe's hosted page
     */
    record Redirect(CardSetupId setup, URI page) implements CardSetupStart {}

    /** Nothing was begun. */
    record Refused(Reason reason) implements CardSetupStart {}

    /** Why nothing was begun. */
    enum Reason {
        /** The clinic has not finished connecting its Stripe account, or Stripe has stopped it. */
        CLINIC_CANNOT_CHARGE,
        /** As many cards are saved as may be. */
        TOO_MANY,
        /** Stripe does not answer; the same try may work in a minute. */
        TRY_AGAIN
    }
}
