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
    private final PortalPages pages;

    InvoicesController(PatientInvoices invoices, InvoicePapers papers, CardPayments cards, PortalPages pages) {
        this.invoices = invoices;
        this.papers = papers;
        this.cards = cards;
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
        return TEMPLATES.billingInvoice(
                pages.page(PortalSection.INVOICES, title(invoice)),
                invoice,
                chart.several(),
                payable,
                Formats.ofClinic());
    }

    @OfAnyPatient
    @GetMapping("/invoices/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, VisibleChart chart) {
        InvoiceView invoice = find(id, chart);
        return Pdf.answer("invoice-" + invoice.number(), papers.invoice(invoice));
    }

    /** What the page's heading says too; nobody sees a draft here. */
    private static String title(InvoiceView invoice) {
        return say("Invoice {number}", "number", String.valueOf(invoice.number()));
    }

    private InvoiceView find(long id, VisibleChart chart) {
        return invoices.in(chart).find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
