package io.anteroom.payments.wallet;

import io.anteroom.payments.attempt.StoredPayment.Saved;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.PayerRef;
import java.util.Optional;

/** The way from a payer's card to what Stripe is to charge. */
public final class Wallet {

    private final CardStore cards;
    private final CardConsents consents;

    Wallet(CardStore cards, CardConsents consents) {
        this.cards = cards;
        this.consents = consents;
    }

    /** The consent by which the payer's card may be charged for that while they are away, if any stands. */
    public Optional<CardConsent> consent(PayerRef payer, String about) {
        return consents.standing(payer, about);
    }

    /** Whether it is or was this payer's card; needs a transaction. */
    public boolean owns(PayerRef payer, CardId card) {
        return cards.owns(payer, card);
    }

    /** The card, if it is this payer's on this account, and not removed; needs a transaction. */
    public Optional<Saved> find(PayerRef payer, String account, CardId card) {
        return cards.find(payer, account, card).map(found -> new Saved(card, found.customer(), found.method(), null));
    }
}
