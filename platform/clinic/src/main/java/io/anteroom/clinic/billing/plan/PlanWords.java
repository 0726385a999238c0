package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.card.CardWords;
import io.anteroom.language.Words;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.SavedCard;
import java.util.List;
import java.util.Objects;

/** What a payer agrees to who accepts instalments. */
final class PlanWords {

    /** Whoever changes what the words mean makes it one more; plans already accepted go on in theirs. */
    static final int VERSION = 1;

    private PlanWords() {}

    static ConsentWording consent(
            Words words, String clinic, InvoiceView invoice, List<Planned> parts, SavedCard card) {
        List<String> charges = parts.stream().map(part -> charge(words, part)).toList();
        String text = words.say(
                "I allow {clinic} to charge {card} for invoice {number} without asking me again: {charges}. Less is charged where I have paid in another way by then, or less is due. What the bank refuses is tried again up to three times within two weeks. I can stop this in the portal at any time. It also stops when I remove the card, or when I no longer have access to the invoice.",
                "clinic",
                clinic,
                "card",
                CardWords.title(words, card),
                "number",
                Long.toString(Objects.requireNonNull(invoice.number())),
                "charges",
                words.list(charges));
        return new ConsentWording(VERSION, text, words.language().javaLocale(words.country()));
    }

    private static String charge(Words words, Planned part) {
        return words.say(
                "{amount} on {day}",
                "amount",
                words.money(part.amount().minor(), part.amount().currency()),
                "day",
                words.day(part.day()));
    }
}
