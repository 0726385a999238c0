package io.anteroom.portal.billing.card;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.clinic.billing.card.PayByCard;
import io.anteroom.clinic.billing.part.PartAmount;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.portal.billing.PartForm;
import io.anteroom.portal.billing.PayWords;
import io.anteroom.portal.billing.PaymentReturn;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Links;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Paying an invoice with a saved card, or as much of it as was typed with that or another one; what can't be paid comes back with
 * what was typed and chosen.
 */
@Component
class PayWithCard {

    private final PayByCard cards;
    private final PayInvoice page;
    private final PartPayments parts;
    private final PayPages pages;
    private final Links links;

    PayWithCard(PayByCard cards, PayInvoice page, PartPayments parts, PayPages pages, Links links) {
        this.cards = cards;
        this.page = page;
        this.parts = parts;
        this.pages = pages;
        this.links = links;
    }

    /**
     * What was sent.
     *
     * @param due what the page said is due
     * @param amount as typed, or null where the page asked for all that is due
     * @param elsewhere whether it shall be paid with another card, on Stripe's page
     */
    record Wish(
            PaymentId attempt,
            long due,
            CardId card,
            @Nullable String amount,
            boolean elsewhere) {}

    Reply pay(InvoiceView invoice, Wish wish, VisibleChart chart) {
        URI back = PaymentReturn.fromTheBank(links);
        String amount = wish.amount;
        return amount == null
                ? answer(cards.pay(invoice, wish.attempt, wish.due, wish.card, back, chart), invoice, wish, chart)
                : part(invoice, wish, amount, back, chart);
    }

    private Reply part(InvoiceView invoice, Wish wish, String amount, URI back, VisibleChart chart) {
        // First of all: what is due has fallen by the payment that a double click began, and is no mistake of its
        // payer's.
        Optional<CardPaymentStart> begun =
                wish.elsewhere ? Optional.empty() : cards.again(invoice, wish.attempt, wish.card, back, chart);
        if (begun.isPresent()) {
            return answer(begun.get(), invoice, wish, chart);
        }
        if (wish.due != invoice.dueMinor()) {
            return again(invoice, wish, PartForm.changed(), chart);
        }
        Formats formats = Formats.ofClinic();
        PartAmount came = parts.read(amount, invoice.due(), formats.locale());
        if (!(came instanceof PartAmount.Fine(Money part))) {
            return again(invoice, wish, PartForm.errors(came, invoice.due(), formats), chart);
        }
        return wish.elsewhere
                ? elsewhere(invoice, wish, part, chart)
                : answer(cards.payPart(invoice, wish.attempt, part, wish.card, back, chart), invoice, wish, chart);
    }

    private Reply elsewhere(InvoiceView invoice, Wish wish, Money part, VisibleChart chart) {
        return switch (page.startPart(invoice, part, PaymentReturn.fromThePage(links), chart.actor())) {
            case CheckoutStart.Redirect redirect ->
                Reply.redirect(redirect.page().toString());
            case CheckoutStart.Refused(Reason reason) -> refused(invoice, wish, reason, chart);
        };
    }

    private Reply answer(CardPaymentStart start, InvoiceView invoice, Wish wish, VisibleChart chart) {
        return switch (start) {
            case CardPaymentStart.ToTheBank(PaymentId known, URI _) -> told(known);
            case CardPaymentStart.Told(Payment known) -> told(known.id());
            case CardPaymentStart.Unknown(PaymentId known) -> told(known);
            case CardPaymentStart.NoSuchCard _ -> again(invoice, wish, FormErrors.ofForm(PayWords.cardGone()), chart);
            case CardPaymentStart.NoConsent _ -> throw new IllegalStateException("The payer is there");
            case CardPaymentStart.Refused(Reason reason) -> refused(invoice, wish, reason, chart);
        };
    }

    /** The payment's page says how it stands, and leads to the bank where that waits: a link, since a form may lead nowhere else. */
    private static Reply told(PaymentId payment) {
        return Reply.redirect("/payments/" + payment);
    }

    private Reply refused(InvoiceView invoice, Wish wish, Reason reason, VisibleChart chart) {
        return again(invoice, wish, FormErrors.ofForm(PayWords.of(reason)), chart);
    }

    /** Where there is nothing left to choose, the invoice's own page says how it stands. */
    private Reply again(InvoiceView invoice, Wish wish, FormErrors errors, VisibleChart chart) {
        String amount = Objects.requireNonNullElseGet(
                wish.amount, () -> Formats.ofClinic().amountToType(invoice.due()));
        return pages.again(invoice, chart, wish.attempt, wish.card, amount, errors)
                .map(Reply::invalid)
                .orElseGet(() -> Reply.redirect("/invoices/" + invoice.id()).refused(PayWords.of(Reason.NOT_OPEN)));
    }
}
