package io.anteroom.portal.billing;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.net.URI;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The way to the card page for one invoice. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class InvoicePaymentController {

    private final PatientInvoices invoices;
    private final PayInvoice paying;
    private final Links links;

    InvoicePaymentController(PatientInvoices invoices, PayInvoice paying, Links links) {
        this.invoices = invoices;
        this.paying = paying;
        this.links = links;
    }

    @PostMapping("/invoices/{id}/payment")
    Reply pay(@PathVariable long id, VisibleChart chart) {
        InvoiceView invoice = invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
        return switch (paying.start(invoice, urls(), chart.actor())) {
            case CheckoutStart.Redirect redirect ->
                Reply.redirect(redirect.page().toString());
            case CheckoutStart.Refused(CheckoutStart.Reason reason) ->
                Reply.redirect("/invoices/" + id).refused(PayWords.of(reason));
        };
    }

    private CheckoutReturn urls() {
        String slug = CurrentTenant.get().slug();
        return new CheckoutReturn(
                URI.create(links.portal(slug, "/payments/return")),
                URI.create(links.portal(slug, "/payments/return?left=true")));
    }
}
