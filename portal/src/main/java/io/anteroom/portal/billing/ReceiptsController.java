package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoicePapers;
import io.anteroom.clinic.billing.InvoicePayment;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.clinic.billing.Payers;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The receipt of one payment. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class ReceiptsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientInvoices invoices;
    private final InvoicePapers papers;
    private final PayInvoice paying;
    private final Payers payers;
    private final PublishedPortals portals;
    private final PortalPages pages;

    ReceiptsController(
            PatientInvoices invoices,
            InvoicePapers papers,
            PayInvoice paying,
            Payers payers,
            PublishedPortals portals,
            PortalPages pages) {
        this.paying = paying;
        this.payers = payers;
        this.portals = portals;
        this.invoices = invoices;
        this.papers = papers;
        this.pages = pages;
    }

    @GetMapping("/receipts/{payment}")
    JteModel show(@PathVariable String payment, @RequestParam(defaultValue = "") String invoice, VisibleChart chart) {
        List<InvoiceView> all = paid(payment, chart);
        InvoiceView of = named(all, invoice);
        InvoicePayment paid = of.payments().stream()
                .filter(each -> each.id().toString().equals(payment))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
        return TEMPLATES.billingReceipt(
                pages.page(PortalSection.INVOICES, say("Receipt")),
                of,
                paid,
                all.stream()
                        .filter(each -> !each.id().equals(of.id()))
                        .map(each -> PaidFor.Line.of(each, paid.id()))
                        .toList(),
                said(paidBy(paid.id(), chart)),
                portals.current().offers(Section.INVOICES),
                Formats.ofClinic());
    }

    @GetMapping("/receipts/{payment}/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String payment, @RequestParam(defaultValue = "") String invoice, VisibleChart chart) {
        InvoiceView of = named(paid(payment, chart), invoice);
        return PaymentId.parse(payment)
                .flatMap(id -> papers.receipt(of, id, said(paidBy(id, chart))))
                .map(bytes -> Pdf.answer("receipt-" + of.number(), bytes))
                .orElseThrow(NoSuchPageException::new);
    }

    /** The card is named to whoever paid with it, and to nobody else who sees the invoice; in English. */
    private String paidBy(PaymentId payment, VisibleChart chart) {
        return payers.paid(payment, chart.viewer())
                ? paying.find(payment).map(Payment::paidBy).orElse("card")
                : "card";
    }

    private static String named(String paidBy) {
        String[] parts = paidBy.split(" ending ", 2); // not read by patients
        return parts.length < 2 ? paidBy : say("{card} ending {digits}", "card", parts[0], "digits", parts[1]);
    }

    private static String said(String paidBy) {
        return switch (paidBy) {
            case "card" -> say("card");
            case "bank debit" -> say("bank debit"); // not read by patients
            default -> named(paidBy);
        };
    }

    /** Those that the payment counts towards and that the person may see. */
    private List<InvoiceView> paid(String payment, VisibleChart chart) {
        return PaymentId.parse(payment).map(id -> invoices.in(chart).paidBy(id)).orElseThrow(NoSuchPageException::new);
    }

    /** The one that the address names; the first of them where it names none. */
    private static InvoiceView named(List<InvoiceView> paid, String invoice) {
        return paid.stream()
                .filter(each -> invoice.isEmpty() || each.id().toString().equals(invoice))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
