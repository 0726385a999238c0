package io.anteroom.payments;

import java.net.URI;

/** What came of wanting to pay. */
public sealed interface CheckoutStart {

    /**
     * Send the browser there, with 303.
     *
     * @param payment the attempt, new or the one already begun by another click
     * @param page Stripe's hosted page
     */
    record Redirect(PaymentId payment, URI page) implements CheckoutStart {}

    /** Nothing was begun. */
    record Refused(Reason reason) implements CheckoutStart {}

    /** Why nothing was begun. */
    enum Reason {
        /** There is no such thing to pay, or not any more: unknown, draft, void, or paid by now. */
        NOT_OPEN,
        /** Nothing, or less than nothing. */
        NOT_POSITIVE,
        /** More than is owed. */
        MORE_THAN_DUE,
        /** Another currency than the payable's. */
        OTHER_CURRENCY,
        /** Below what Stripe charges in that currency, or not a step it charges (three-digit currencies end in 0). */
        NOT_CHARGEABLE,
        /** A bank is still working on an earlier payment of the same thing. */
        BEING_PROCESSED,
        /** The clinic has not finished connecting its Stripe account, or Stripe has stopped it. */
        CLINIC_CANNOT_CHARGE,
        /** Stripe does not answer; the same try may work in a minute and cannot charge twice. */
        TRY_AGAIN
    }
}
