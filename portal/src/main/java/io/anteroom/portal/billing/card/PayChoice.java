package io.anteroom.portal.billing.card;

import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardId;
import io.anteroom.portal.billing.PartForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice can be paid with.
 *
 * @param attempt the attempt that the form's first click makes
 * @param cards the person's cards, the preferred first; at least one
 * @param chosen the one chosen before the page came back
 * @param part how much of it, where the clinic takes parts
 * @param bankAsked whether the clinic tried one, and the bank wanted the person
 */
public record PayChoice(
        InvoiceView invoice,
        PaymentId attempt,
        List<CardLine> cards,
        @Nullable CardId chosen,
        PartForm part,
        boolean bankAsked) {

    /** Whether this card is the one that pays unless another is chosen. */
    public boolean suggests(CardLine card) {
        return cards.stream()
                .filter(each -> each.id().equals(String.valueOf(chosen)))
                .findFirst()
                .orElse(cards.getFirst())
                .equals(card);
    }
}
