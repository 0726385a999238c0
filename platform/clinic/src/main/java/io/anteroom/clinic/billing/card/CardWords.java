package io.anteroom.clinic.billing.card;

import io.anteroom.language.Words;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.SavedCard;

/** What patients read of their cards. */
public final class CardWords {

    /**
     * Of the words of the permission. Whoever changes what they mean makes it one more; permissions already given go on in the words
     * in which they were given.
     */
    static final int VERSION = 1;

    private CardWords() {}

    /** Brand and last digits: {@code Visa ending 4242}. */
    public static String title(Words words, SavedCard card) {
        return words.say("{card} ending {digits}", "card", card.brandName(), "digits", card.last4());
    }

    /** What somebody agrees to who lets the clinic charge a card while they are away. */
    static ConsentWording permission(Words words, String clinic, String patient, SavedCard card) {
        String text = words.say(
                "I allow {clinic} to charge {card} for what is due on invoices for {patient}, without asking me each time. I can withdraw this permission in the portal at any time. It ends by itself when I remove the card, or when I no longer have access to these invoices.",
                "clinic",
                clinic,
                "card",
                title(words, card),
                "patient",
                patient);
        return new ConsentWording(VERSION, text, words.language().javaLocale(words.country()));
    }
}
