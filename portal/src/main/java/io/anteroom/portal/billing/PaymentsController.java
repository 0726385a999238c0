package io.anteroom.portal.billing;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.clinic.billing.Payers;
import io.anteroom.clinic.billing.bundle.PatientBundles;
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
import java.util.Optional;
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
    private final PatientBundles bundles;
    private final PayInvoice paying;
    private final PayByCard byCard;
    private final Payers payers;
    private final PublishedPortals portals;
    private final PortalPages pages;

    PaymentsController(
            PatientInvoices invoices,
            PatientBundles bundles,
            PayInvoice paying,
            PayByCard byCard,
            Payers payers,
            PublishedPortals portals,
            PortalPages pages) {
        this.byCard = byCard;
        this.invoices = invoices;
        this.bundles = bundles;
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
        PaymentId id = PaymentId.parse(payment).orElseThrow(NoSuchPageException::new);
        Payment known = paying.find(id)
                .filter(each -> what(each, chart, false).isPresent())
                .orElseThrow(NoSuchPageException::new);
        if (payers.isSomebodyElses(id, chart.viewer())) {
            return ofSomebodyElse(known, chart);
        }
        Payment current = paying.reconcile(id).orElseThrow(NoSuchPageException::new);
        CardAttempt attempt = byCard.find(chart, id).orElse(null);
        PaidFor what = what(current, chart, attempt != null).orElseThrow(NoSuchPageException::new);
        var outcome = attempt == null ? Outcome.of(current, left) : Outcome.of(current, attempt);
        boolean listed = portals.current().offers(Section.INVOICES);
        return Reply.page(
                Htmx.wantsFragment(request)
                        ? TEMPLATES.billingOutcome(
                                outcome, current, attempt, what, chart.several(), listed, Formats.ofClinic())
                        : TEMPLATES.billingPayment(
                                pages.page(PortalSection.INVOICES, outcome.title()),
                                outcome,
                                current,
                                attempt,
                                what,
                                chart.several(),
                                listed,
                                Formats.ofClinic()));
    }

    /** What it is for, if the person may see that: an invoice, or each of several. */
    private Optional<PaidFor> what(Payment payment, VisibleChart chart, boolean withACard) {
        return invoices.in(chart)
                .find(payment.payable())
                .map(invoice -> PaidFor.one(invoice, payment, withACard))
                .or(() -> bundles.find(chart, payment.payable()).map(bundle -> PaidFor.several(bundle, payment)));
    }

    /** Of somebody else's tries nothing is told. The mail of several receipts leads here, and from here to them. */
    private Reply ofSomebodyElse(Payment payment, VisibleChart chart) {
        boolean receipts = bundles.find(chart, payment.payable())
                .filter(bundle -> bundle.parts().stream()
                        .anyMatch(part -> part.paidBy(payment.id()).isPresent()))
                .isPresent();
        if (!receipts) {
            throw new NoSuchPageException();
        }
        return Reply.redirect("/receipts/" + payment.id());
    }
}
