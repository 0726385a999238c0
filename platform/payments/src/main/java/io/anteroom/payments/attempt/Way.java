package io.anteroom.payments.attempt;

import io.anteroom.payments.attempt.StoredPayment.Page;
import io.anteroom.payments.stripe.StripeAnswer;

/** How Stripe is asked about one kind of attempt: a page on which to pay, or a charge of a saved card. */
interface Way {

    /** Begins it at Stripe, or gives what was begun by the same attempt before. */
    StripeAnswer<Page> open(StoredPayment payment);

    /** Looks for it at Stripe, where asking under the attempt's key doesn't tell. */
    StripeAnswer<LookUp> lookFor(StoredPayment payment);

    /** How it stands. */
    StripeAnswer<Reading> read(StoredPayment payment, Page page);

    /** Sees to it that it cannot be paid any more; refused where it is over already. */
    StripeAnswer<String> close(StoredPayment payment, Page page);
}
