package io.anteroom.portal.billing.bundle;

import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.bundle.VisibleBundle;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardId;
import io.anteroom.portal.billing.SeenInvoice;
import io.anteroom.portal.billing.card.CardLine;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Invoices that were chosen to be paid together, as they stand.
 *
 * @param attempt the attempt that the form's first click makes
 * @param cards the person's saved cards, the preferred first; none where they pay on Stripe's page
 * @param possible whether the clinic takes cards
 * @param listed whether the person acts for the patient whose they are, so that the choice can be changed
 * @param chosen the card chosen before the page came back, or null
 * @param errors why it came back
 */
public record BundlePage(
        VisibleBundle bundle,
        PaymentId attempt,
        List<CardLine> cards,
        boolean possible,
        boolean listed,
        @Nullable CardId chosen,
        FormErrors errors) {

    /** Whether this card is the one that pays unless another is chosen. */
    public boolean suggests(CardLine card) {
        return cards.stream()
                .filter(each -> each.id().equals(String.valueOf(chosen)))
                .findFirst()
                .orElse(cards.getFirst())
                .equals(card);
    }

    /** Where it is. */
    public String url() {
        return "/invoices/several/" + bundle.id();
    }

    /** Where the choice is, as it was made. */
    public String choiceUrl() {
        return values().stream()
                .map(value -> "chosen=" + value)
                .collect(Collectors.joining("&", "/invoices/several?", ""));
    }

    /** Whether there is a button that pays. */
    public boolean payable() {
        return bundle.canBePaid() && bundle.fitsACard() && possible;
    }

    /** Those of them that anything is due on now. */
    public List<InvoiceView> left() {
        return bundle.parts().stream()
                .map(VisibleBundle.Part::invoice)
                .filter(invoice -> invoice.dueMinor() > 0)
                .toList();
    }

    /** What is due on them now; asked for where anything is. */
    public Money leftToPay() {
        return left().stream().map(InvoiceView::due).reduce(Money::plus).orElseThrow();
    }

    /** What a form sends for those that anything is due on. */
    public List<String> values() {
        return left().stream()
                .map(invoice -> SeenInvoice.value(invoice.id(), invoice.dueMinor()))
                .toList();
    }
}
