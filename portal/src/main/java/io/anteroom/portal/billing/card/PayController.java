package io.anteroom.portal.billing.card;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardId;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
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
    private final PayWithCard paying;
    private final PayPages pages;

    PayController(PatientInvoices invoices, PayWithCard paying, PayPages pages) {
        this.invoices = invoices;
        this.paying = paying;
        this.pages = pages;
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
        return paying.pay(invoice, new PayWithCard.Wish(payment, due, chosen, amount, elsewhere), chart);
    }

    private InvoiceView find(long id, VisibleChart chart) {
        return invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
