package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoicePapers;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.billing.credit.CreditNoteId;
import io.anteroom.clinic.billing.credit.CreditNotes;
import io.anteroom.clinic.billing.credit.CreditPaper;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The invoices of those somebody signed in acts for. */
@Controller
@OnHost(Host.PORTAL)
class InvoicesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientInvoices invoices;
    private final InvoicePapers papers;
    private final CardPayments cards;
    private final PatientCards saved;
    private final PublishedPortals portals;
    private final CreditNotes credits;
    private final CreditPaper creditPaper;
    private final InvoiceRefunds refunds;
    private final PortalPages pages;

    InvoicesController(
            PatientInvoices invoices,
            InvoicePapers papers,
            CardPayments cards,
            PatientCards saved,
            PublishedPortals portals,
            CreditNotes credits,
            CreditPaper creditPaper,
            InvoiceRefunds refunds,
            PortalPages pages) {
        this.invoices = invoices;
        this.papers = papers;
        this.cards = cards;
        this.saved = saved;
        this.portals = portals;
        this.credits = credits;
        this.creditPaper = creditPaper;
        this.refunds = refunds;
        this.pages = pages;
    }

    @GetMapping("/invoices")
    JteModel list(VisibleChart chart) {
        var groups = InvoiceGroups.of(invoices.in(chart).list());
        return TEMPLATES.billingList(
                pages.page(PortalSection.INVOICES, say("Invoices")),
                groups,
                Access.of(chart),
                chart.several(),
                Formats.ofClinic());
    }

    @OfAnyPatient
    @GetMapping("/invoices/{id}")
    JteModel show(@PathVariable long id, VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        boolean payable = invoice.fitsACard() && cards.possible();
        boolean choice = payable
                && invoice.dueMinor() > 0
                && portals.current().offers(Section.PAYMENT_METHODS)
                && !saved.usable(chart).isEmpty();
        return TEMPLATES.billingInvoice(
                pages.page(PortalSection.INVOICES, title(invoice)),
                invoice,
                credits.of(invoice),
                refunds.of(invoice),
                chart.several(),
                payable,
                choice,
                Formats.ofClinic());
    }

    @OfAnyPatient
    @GetMapping("/invoices/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        return Pdf.answer("invoice-" + invoice.number(), papers.invoice(invoice));
    }

    @OfAnyPatient
    @GetMapping("/invoices/{id}/credits/{note}/pdf")
    ResponseEntity<byte[]> credit(@PathVariable long id, @PathVariable long note, VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        return credits.find(invoice, new CreditNoteId(note))
                .map(found -> Pdf.answer("credit-note-" + found.number(), creditPaper.print(invoice, found)))
                .orElseThrow(NoSuchPageException::new);
    }

    /** What the page's heading says too; nobody sees a draft here. */
    private static String title(InvoiceView invoice) {
        return say("Invoice {number}", "number", String.valueOf(invoice.number()));
    }

    private InvoiceView find(long id, VisibleChart chart) {
        return invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
