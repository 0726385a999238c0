package io.anteroom.tenantadmin.billing;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Throws a draft away. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/{id}/removal")
class DiscardController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final InvoiceDesk desk;
    private final Billing billing;
    private final StaffPages pages;

    DiscardController(InvoiceDesk desk, Billing billing, StaffPages pages) {
        this.desk = desk;
        this.billing = billing;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.EDIT_INVOICES)
    JteModel ask(@PathVariable String organisation, @PathVariable long id) {
        InvoiceView draft = draft(id);
        String url = "/o/" + organisation + "/invoices/" + id;
        return TEMPLATES.billingConfirm(
                pages.page(StaffSection.INVOICES, "Discard draft"),
                Confirmation.of(
                        "Discard this draft?",
                        List.of("The draft for " + draft.patientName() + " and its lines are lost. Nobody outside the"
                                + " clinic has seen it."),
                        url + "/removal",
                        "Discard draft",
                        url));
    }

    @PostMapping
    @Needs(Permission.EDIT_INVOICES)
    Reply discard(@PathVariable String organisation, @PathVariable long id, StaffMember staff) {
        InvoiceView draft = draft(id);
        return billing.discard(draft.id(), staff.actor())
                ? Reply.redirect("/o/" + organisation + "/invoices").done("Draft discarded")
                : Reply.redirect("/o/" + organisation + "/invoices/" + id)
                        .refused("This invoice has been sent meanwhile, so it was kept");
    }

    private InvoiceView draft(long id) {
        return desk.find(new InvoiceId(id))
                .filter(invoice -> invoice.state() == InvoiceState.DRAFT)
                .orElseThrow(NoSuchPageException::new);
    }
}
