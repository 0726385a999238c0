package io.anteroom.portal.billing;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.clinic.billing.Payers;
import io.anteroom.clinic.billing.VisibleInvoices;
import io.anteroom.clinic.billing.card.PayByCard;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardAttempt;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the card page leads back to: what came of one try to pay, asked of the payment provider each time. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class PaymentsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientInvoices invoices;
    private final PayInvoice paying;
    private final PayByCard byCard;
    private final Payers payers;
    private final PublishedPortals portals;
    private final PortalPages pages;

    PaymentsController(
            PatientInvoices invoices,
            PayInvoice paying,
            PayByCard byCard,
            Payers payers,
            PublishedPortals portals,
            PortalPages pages) {
        this.byCard = byCard;
        this.invoices = invoices;
        this.paying = paying;
        this.payers = payers;
        this.portals = portals;
        this.pages = pages;
    }

    @GetMapping("/payments/return")
    Reply returned(@RequestParam String payment, @RequestParam(defaultValue = "false") boolean left) {
        PaymentId id = PaymentId.parse(payment).orElseThrow(NoSuchPageException::new);
        return Reply.redirect("/payments/" + id + (left ? "?left=true" : ""));
    }

    @GetMapping("/payments/{payment}")
    Reply show(
            @PathVariable String payment,
            @RequestParam(defaultValue = "false") boolean left,
            VisibleChart chart,
            HttpServletRequest request) {
        VisibleInvoices visible = invoices.in(chart);
        PaymentId id = PaymentId.parse(payment)
                .filter(known -> visible(known, visible) && !payers.isSomebodyElses(known, chart.viewer()))
                .orElseThrow(NoSuchPageException::new);
        Payment current = paying.reconcile(id).orElseThrow(NoSuchPageException::new);
        InvoiceView invoice = visible.find(current.payable()).orElseThrow(NoSuchPageException::new);
        CardAttempt attempt = byCard.find(chart, id).orElse(null);
        var outcome = attempt == null ? Outcome.of(current, left) : Outcome.of(current, attempt);
        boolean listed = portals.current().offers(Section.INVOICES);
        return Reply.page(
                Htmx.wantsFragment(request)
                        ? TEMPLATES.billingOutcome(
                                outcome, current, attempt, invoice, chart.several(), listed, Formats.ofClinic())
                        : TEMPLATES.billingPayment(
                                pages.page(PortalSection.INVOICES, outcome.title()),
                                outcome,
                                current,
                                attempt,
                                invoice,
                                chart.several(),
                                listed,
                                Formats.ofClinic()));
    }

    private boolean visible(PaymentId payment, VisibleInvoices visible) {
        return paying.find(payment)
                .flatMap(known -> visible.find(known.payable()))
                .isPresent();
    }
}
