package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoicePapers;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.credit.CreditNoteId;
import io.anteroom.clinic.billing.credit.CreditNotes;
import io.anteroom.clinic.billing.credit.CreditPaper;
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

/** The invoices of those somebody signed in acts for. */
@Controller
@OnHost(Host.PORTAL)
class InvoicesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientInvoices invoices;
    private final InvoicePapers papers;
    private final CreditNotes credits;
    private final CreditPaper creditPaper;
    private final CardPayments cards;
    private final PortalPages pages;
    private final InvoicePages invoicePages;

    InvoicesController(
            PatientInvoices invoices,
            InvoicePapers papers,
            CreditNotes credits,
            CreditPaper creditPaper,
            CardPayments cards,
            PortalPages pages,
            InvoicePages invoicePages) {
        this.invoices = invoices;
        this.papers = papers;
        this.credits = credits;
        this.creditPaper = creditPaper;
        this.cards = cards;
        this.pages = pages;
        this.invoicePages = invoicePages;
    }

    @GetMapping("/invoices")
    JteModel list(VisibleChart chart) {
        List<InvoiceRow> rows = invoices.in(chart).list();
        return TEMPLATES.billingList(
                pages.page(PortalSection.INVOICES, say("Invoices")),
                InvoiceGroups.of(rows),
                PayTogether.of(rows, cards.possible()),
                Access.of(chart),
                chart.several(),
                Formats.ofClinic());
    }

    @OfAnyPatient
    @GetMapping("/invoices/{id}")
    JteModel show(@PathVariable long id, VisibleChart chart) {
        return invoicePages.show(find(id, chart), chart);
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

    private InvoiceView find(long id, VisibleChart chart) {
        return invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
