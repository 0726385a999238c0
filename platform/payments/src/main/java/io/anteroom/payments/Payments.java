package io.anteroom.payments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paying on Stripe's hosted page, straight to the clinic's own connected account.
 *
 * <p>Methods that talk to Stripe must be called outside a transaction: they open short ones of their own, so that a slow
 * Stripe holds no database connection.
 */
public interface Payments {

    /**
     * Begins to pay, or goes on with the payment page already open for the same payable. Never are there two open pages on
     * which the same payable could be paid: an earlier one with another amount, payer or return address is closed first.
     *
     * @param payable what to pay; the caller has checked that this person may
     * @param amount all of what is due, or a part where the clinic allows that
     * @param urls where the page leads afterwards
     * @param payerEmail filled in on the page, for Stripe's receipt; null where not known
     * @param locale the page's language
     */
    CheckoutStart startCheckout(
            PayableRef payable, Money amount, CheckoutReturn urls, @Nullable String payerEmail, Locale locale);

    /**
     * Asks Stripe how the payment stands and records it. Idempotent, safe at any time, from any number of threads; the
     * payable's owner hears of money exactly once. Where Stripe does not answer, what was known stands, and the job asks
     * again.
     *
     * @return how it stands now, or nothing if this clinic has no such payment
     */
    Optional<Payment> reconcile(PaymentId payment);

    /**
     * As {@link #reconcile}, and asks once more of a payment that has succeeded whether the clinic has given it back.
     *
     * @return how it stands now, or nothing if this clinic has no such payment
     */
    Optional<Payment> reconcileAfterSuccess(PaymentId payment);

    /**
     * Closes the page on which it could be paid, before it is voided, changed or paid otherwise.
     */
    Withdrawal withdraw(PayableRef payable);

    /**
     * Has all that is left of a payment given back: noted in the caller's transaction, and done by the worker once that has
     * committed, at once or when Stripe answers again. The payable's owner hears of it as of any refund. Asked twice, it is
     * given back once. Money that Stripe would not give back for three days needs {@linkplain #needingAttention() attention}.
     *
     * @return false if there is nothing to give back: no such payment, no money arrived, or all was given back
     */
    boolean giveBack(PaymentId payment);

    /** The payment as last heard of, without asking Stripe; nothing if this clinic has no such payment. */
    Optional<Payment> find(PaymentId payment);

    /**
     * All attempts to pay it, newest first, as last heard of; of those by which others are paid at once, no more than its own part, as if
     * that were a payment of its own.
     */
    List<Payment> of(PayableRef payable);

    /** Money that arrived, that no payable could take, and that was not given back nor is on its way; oldest first. */
    List<Payment> needingAttention();
}
