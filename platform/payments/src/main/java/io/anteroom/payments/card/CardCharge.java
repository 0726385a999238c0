package io.anteroom.payments.card;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * What shall be paid with a saved card.
 *
 * @param attempt made when the form was shown, and sent with it
 * @param payable what to pay; the caller has checked that it may be
 * @param amount all of what is due, or a part where the clinic allows that
 * @param seen what was due when somebody decided to pay that much; where another sum is due by the time the attempt is written, nothing
 *     is begun. Null where it doesn't matter
 * @param begun what belongs to the attempt, such as who pays: done once, in the transaction that writes the attempt before Stripe is asked
 */
public record CardCharge(
        PaymentId attempt,
        PayableRef payable,
        Money amount,
        @Nullable Money seen,
        Runnable begun) {

    /** So much, whatever is due by then; nothing else belongs to it. */
    public static CardCharge of(PaymentId attempt, PayableRef payable, Money amount) {
        return new CardCharge(attempt, payable, amount, null, () -> {});
    }
}
