package io.anteroom.portal.billing;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.clinic.billing.part.PartAmount;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to the card page for one invoice. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class InvoicePaymentController {

    private final PatientInvoices invoices;
    private final PayInvoice paying;
    private final PartPayments parts;
    private final InvoicePages pages;
    private final Links links;

    InvoicePaymentController(
            PatientInvoices invoices, PayInvoice paying, PartPayments parts, InvoicePages pages, Links links) {
        this.invoices = invoices;
        this.paying = paying;
        this.parts = parts;
        this.pages = pages;
        this.links = links;
    }

    /**
     * Begins to pay.
     *
     * @param amount what its payer chose, where a form asks for it; nothing means all that is due
     * @param choose whether whoever keeps a card chooses first what to pay with
     */
    @PostMapping("/invoices/{id}/payment")
    Reply pay(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(defaultValue = "false") boolean choose,
            VisibleChart chart) {
        InvoiceView invoice = invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
        if (choose && pages.keepsACard(invoice, chart)) {
            return Reply.redirect("/invoices/" + id + "/pay");
        }
        if (amount == null) {
            return answer(paying.start(invoice, urls(), chart.actor()), id);
        }
        if (invoice.dueMinor() == 0) {
            return answer(new CheckoutStart.Refused(CheckoutStart.Reason.NOT_OPEN), id);
        }
        Formats formats = Formats.ofClinic();
        PartAmount came = parts.read(amount, invoice.due(), formats.locale());
        return came instanceof PartAmount.Fine(Money part)
                ? answer(paying.startPart(invoice, part, urls(), chart.actor()), id)
                : Reply.invalid(pages.again(invoice, chart, amount, PartForm.errors(came, invoice.due(), formats)));
    }

    private static Reply answer(CheckoutStart start, long id) {
        return switch (start) {
            case CheckoutStart.Redirect redirect ->
                Reply.redirect(redirect.page().toString());
            case CheckoutStart.Refused(CheckoutStart.Reason reason) ->
                Reply.redirect("/invoices/" + id).refused(PayWords.of(reason));
        };
    }

    private CheckoutReturn urls() {
        return PaymentReturn.fromThePage(links);
    }
}
