package io.anteroom.payments.card;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import java.net.URI;
import java.util.Optional;

/** Paying with a saved card, while its owner is there or by their consent. The same rule on transactions as for {@link io.anteroom.payments.Payments}. */
public interface SavedCardPayments {

    /**
     * Pays, once for each attempt: asked again with the same attempt, by a double click or a form sent twice, it tells what became
     * of the first. An earlier attempt at the same payable, a page open in another tab included, is called off first.
     *
     * @param attempt made when the form was shown, and sent with it
     * @param payable what to pay; the caller has checked that this person may
     * @param amount all of what is due, or a part where the clinic allows that
     * @param payer whose card it must be
     * @param returnTo absolute address to come back to from the bank; {@code payment=<id>} is added to its query
     */
    CardPaymentStart pay(
            PaymentId attempt, PayableRef payable, Money amount, PayerRef payer, CardId card, URI returnTo);

    /**
     * Charges the card that the payer's standing {@linkplain CardConsents consent} names, while they are away; once for each
     * attempt, as {@link #pay}. Where the bank wants to see them it fails, and the payment {@linkplain
     * io.anteroom.payments.Payment#wantsThePerson says so}: then the payer has to be asked to pay it themselves.
     *
     * @param attempt made when the form was shown, and sent with it
     * @param payable what is paid; the caller has checked that it is this payer's to pay, and that the member of staff may
     * @param amount all of what is due, or a part
     * @param about what the consent must be about
     */
    CardPaymentStart charge(PaymentId attempt, PayableRef payable, Money amount, PayerRef payer, String about);

    /** What the payer began to pay with a saved card of theirs, as last heard of; asks nobody. Nothing of another's, nor of a page. */
    Optional<CardAttempt> find(PayerRef payer, PaymentId attempt);
}
