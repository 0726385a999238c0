package io.anteroom.payments.card;

import java.util.List;
import java.util.Optional;

/**
 * Who agreed that their saved card be charged while they are away, for what, in which words, and when. Asks nobody outside; joins a
 * transaction. What a consent is about is a name that means something to the caller, at most 64 characters: {@code patient 17}.
 */
public interface CardConsents {

    /**
     * Notes that the payer agreed. An earlier consent of theirs about the same is taken back by the same person.
     *
     * @param wording what was shown to them
     * @param by who said yes, a name that means somebody to the caller and stays
     * @return nothing if the payer has no such card
     */
    Optional<CardConsent> give(PayerRef payer, String about, CardId card, ConsentWording wording, String by);

    /** The consent by which the payer's card may be charged for that now; none once it is taken back or the card removed. */
    Optional<CardConsent> standing(PayerRef payer, String about);

    /** The consents of all payers that stand about the same, the latest first. */
    List<CardConsent> standing(String about);

    /**
     * Takes it back: from now on nothing is charged by it.
     *
     * @return whether there was one
     */
    boolean revoke(PayerRef payer, String about, String by);

    /** All that the payer ever agreed to, the newest first. */
    List<CardConsent> of(PayerRef payer);
}
