package io.anteroom.payments.card;

import io.anteroom.payments.PaymentId;
import java.net.URI;
import java.util.Optional;

/** Paying with a saved card, while its owner is there or by their consent. The same rule on transactions as for {@link io.anteroom.payments.Payments}. */
public interface SavedCardPayments {

    /**
     * Pays, once for each attempt: asked again with the same attempt, by a double click or a form sent twice, it tells what became
     * of the first. An earlier attempt at the same payable, a page open in another tab included, is called off first.
     *
     * @param payer whose card it must be
     * @param returnTo absolute address to come back to from the bank; {@code payment=<id>} is added to its query
     */
    CardPaymentStart pay(CardCharge charge, PayerRef payer, CardId card, URI returnTo);

    /**
     * Charges the card that the payer's standing {@linkplain CardConsents consent} names, while they are away; once for each
     * attempt, as {@link #pay}. Where the bank wants to see them it fails, and the payment {@linkplain
     * io.anteroom.payments.Payment#wantsThePerson says so}: then the payer has to be asked to pay it themselves.
     *
     * @param payer who gave the consent
     * @param about what it must be about
     */
    CardPaymentStart charge(CardCharge charge, PayerRef payer, String about);

    /** The same, by no other consent than the one that was shown to whoever charges; where it does not stand any more, nothing is begun. */
    CardPaymentStart charge(CardCharge charge, CardConsent shown);

    /** What the payer began to pay with a saved card of theirs, as last heard of; asks nobody. Nothing of another's, nor of a page. */
    Optional<CardAttempt> find(PayerRef payer, PaymentId attempt);
}
