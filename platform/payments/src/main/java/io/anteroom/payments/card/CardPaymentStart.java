package io.anteroom.payments.card;

import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import java.net.URI;

/** What came of wanting to pay with a saved card. */
public sealed interface CardPaymentStart {

    /** The bank wants to see the person: send the browser there, with 303. */
    record ToTheBank(PaymentId payment, URI page) implements CardPaymentStart {}

    /**
     * It has arrived, is being processed, or was declined or called off; the payment says which. It may be another one, which
     * arrived from another tab while this was begun; then this one was not.
     */
    record Told(Payment payment) implements CardPaymentStart {}

    /**
     * Stripe did not answer. Nobody knows yet whether the card was charged: say so, and that it is being found out. The same
     * attempt asked again cannot charge twice.
     */
    record Unknown(PaymentId payment) implements CardPaymentStart {}

    /** The payer has no such card, or not any more. */
    record NoSuchCard() implements CardPaymentStart {}

    /** The payer has not agreed to be charged while they are away, or has taken that back. Nothing was begun. */
    record NoConsent() implements CardPaymentStart {}

    /** Nothing was begun. */
    record Refused(CheckoutStart.Reason reason) implements CardPaymentStart {}
}
