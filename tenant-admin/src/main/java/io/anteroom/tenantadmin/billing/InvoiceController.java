package io.anteroom.tenantadmin.billing;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoicePapers;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.clinic.billing.PaymentsSetup;
import io.anteroom.clinic.billing.card.CardsOnFile;
import io.anteroom.clinic.billing.credit.CreditNotes;
import io.anteroom.clinic.billing.plan.PlanDesk;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One invoice: what it says, what was paid, what happened to it. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/{id}")
class InvoiceController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final InvoiceDesk desk;
    private final PayInvoice paying;
    private final PaymentsSetup setup;
    private final InvoicePapers papers;
    private final CreditNotes credits;
    private final CardsOnFile files;
    private final InvoiceRefunds refunds;
    private final PlanDesk plans;
    private final PublishedPortals portals;
    private final StaffPages pages;

    InvoiceController(
            InvoiceDesk desk,
            PayInvoice paying,
            PaymentsSetup setup,
            InvoicePapers papers,
            CreditNotes credits,
            CardsOnFile files,
            InvoiceRefunds refunds,
            PlanDesk plans,
            PublishedPortals portals,
            StaffPages pages) {
        this.portals = portals;
        this.desk = desk;
        this.paying = paying;
        this.setup = setup;
        this.papers = papers;
        this.credits = credits;
        this.files = files;
        this.refunds = refunds;
        this.plans = plans;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.SEE_INVOICES)
    JteModel show(@PathVariable String organisation, @PathVariable long id, StaffMember staff) {
        InvoiceView invoice = find(id);
        var view = new InvoicePageView(
                "/o/" + organisation,
                invoice,
                desk.timeline(invoice),
                paying.attempts(invoice.id()),
                credits.of(invoice),
                refunds.of(invoice),
                invoice.state() == InvoiceState.DRAFT && !desk.canBeMailed(invoice.patient()),
                portals.current().offers(Section.INVOICES),
                plans.of(invoice).orElse(null),
                staff.may(Permission.EDIT_INVOICES) && plans.possible(invoice),
                setup.status().chargesEnabled(),
                staff.may(Permission.CHARGE_CARD) && !files.of(invoice).isEmpty(),
                staff.may(Permission.EDIT_INVOICES),
                staff.may(Permission.GIVE_BACK_MONEY),
                staff.may(Permission.CHECK_MONEY),
                staff.may(Permission.SET_UP_PAYMENTS));
        return TEMPLATES.billingInvoice(pages.page(StaffSection.INVOICES, invoice.title()), view, Formats.ofClinic());
    }

    @GetMapping("/pdf")
    @Needs(Permission.SEE_INVOICES)
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        InvoiceView invoice = find(id);
        String name = invoice.number() == null ? "invoice-draft.pdf" : "invoice-" + invoice.number() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(papers.invoice(invoice));
    }

    private InvoiceView find(long id) {
        return desk.find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
    }
}
