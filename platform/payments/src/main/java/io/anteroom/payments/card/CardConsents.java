package io.anteroom.payments.card;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who agreed that their saved card be charged while they are away, to what, and when. Asks nobody outside; joins a transaction. */
public interface CardConsents {

    /**
     * Notes that the payer agreed. An earlier consent of theirs is taken back by the same person.
     *
     * @param wording what was shown to them, at most 4000 characters, to the letter
     * @param language in which it was
     * @param by who said yes, a name that means somebody to the caller and stays
     * @return nothing if the payer has no such card
     */
    Optional<CardConsent> give(PayerRef payer, CardId card, String wording, Locale language, String by);

    /** The consent by which the payer's card may be charged now; none once it is taken back or the card removed. */
    Optional<CardConsent> standing(PayerRef payer);

    /**
     * Takes it back: from now on nothing is charged by it.
     *
     * @return whether there was one
     */
    boolean revoke(PayerRef payer, String by);

    /** All that the payer ever agreed to, the newest first. */
    List<CardConsent> of(PayerRef payer);
}
