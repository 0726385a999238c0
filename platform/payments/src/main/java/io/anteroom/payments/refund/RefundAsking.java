package io.anteroom.payments.refund;

import io.anteroom.payments.Money;
import java.util.UUID;

/** What came of asking that some of a payment be given back. */
public sealed interface RefundAsking {

    /**
     * It is noted, and done as soon as the worker can.
     *
     * @param fresh whether it was not asked for before: asked again with the same id, it is the same
     */
    record Asked(UUID id, boolean fresh) implements RefundAsking {}

    /** Less is left of the payment. */
    record TooMuch(Money left) implements RefundAsking {}

    /** Another part of the payment, or all of it, is being given back at this moment. */
    record Busy() implements RefundAsking {}

    /** More of the payment was given back, or asked for, since whoever asks looked. */
    record Meanwhile() implements RefundAsking {}

    /** The money has not arrived, or there is no such payment. */
    record NothingThere() implements RefundAsking {}

    /** Stripe cannot give back exactly that much: of currencies with three digits the last has to be 0. */
    record NotInSteps() implements RefundAsking {}
}
