package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.card.PayByCard;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.portal.billing.PayWords;
import io.anteroom.portal.billing.PaymentReturn;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Paying an invoice with a saved card: which, how much where the clinic takes parts, and what came of it. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/invoices/{id}/pay")
class PayController {

    private final PatientInvoices invoices;
    private final PayByCard paying;
    private final PayParts parts;
    private final PayPages pages;
    private final Links links;

    PayController(PatientInvoices invoices, PayByCard paying, PayParts parts, PayPages pages, Links links) {
        this.invoices = invoices;
        this.paying = paying;
        this.parts = parts;
        this.pages = pages;
        this.links = links;
    }

    /** The invoice's own page tells of it where there is nothing to choose: paid meanwhile, or no card saved. */
    @GetMapping
    Reply choose(@PathVariable long id, VisibleChart chart) {
        return pages.show(find(id, chart), chart).map(Reply::page).orElseGet(() -> Reply.redirect("/invoices/" + id));
    }

    /**
     * Pays.
     *
     * @param due what the page said is due
     * @param amount what its payer chose, where the page asked for it; nothing means all that is due
     * @param elsewhere whether they would rather pay so much with another card, on Stripe's page
     */
    @PostMapping
    Reply pay(
            @PathVariable long id,
            @RequestParam String attempt,
            @RequestParam long due,
            @RequestParam String card,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(defaultValue = "false") boolean elsewhere,
            VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        PaymentId payment = PaymentId.parse(attempt).orElseThrow(NoSuchPageException::new);
        CardId chosen = CardId.parse(card).filter(_ -> pages.offered()).orElseThrow(NoSuchPageException::new);
        if (amount != null) {
            return parts.pay(invoice, new PayParts.Wish(payment, due, chosen, amount, elsewhere), chart);
        }
        URI back = PaymentReturn.fromTheBank(links);
        Reply.Redirect again = Reply.redirect("/invoices/" + id + "/pay");
        return switch (paying.pay(invoice, payment, due, chosen, back, chart)) {
            case CardPaymentStart.ToTheBank(PaymentId begun, URI _) -> told(begun);
            case CardPaymentStart.Told(Payment known) -> told(known.id());
            case CardPaymentStart.Unknown(PaymentId begun) -> told(begun);
            case CardPaymentStart.NoSuchCard _ -> again.refused(notSaved());
            case CardPaymentStart.NoConsent _ -> throw new IllegalStateException("The payer is there");
            case CardPaymentStart.Refused(var reason) -> again.refused(PayWords.of(reason));
        };
    }

    /** The payment's page says how it stands, and leads to the bank where that waits: a link, since a form may lead nowhere else. */
    static Reply told(PaymentId payment) {
        return Reply.redirect("/payments/" + payment);
    }

    static String notSaved() {
        return say("This card isn’t saved any more.");
    }

    private InvoiceView find(long id, VisibleChart chart) {
        return invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
