package io.anteroom.tenantadmin.billing;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.InvoiceVoiding;
import io.anteroom.clinic.billing.Voiding;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes an invoice void: says what that means, asks why. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/{id}/voiding")
class VoidingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final InvoiceDesk desk;
    private final InvoiceVoiding voiding;
    private final StaffPages pages;

    VoidingController(InvoiceDesk desk, InvoiceVoiding voiding, StaffPages pages) {
        this.desk = desk;
        this.voiding = voiding;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.EDIT_INVOICES)
    JteModel ask(@PathVariable String organisation, @PathVariable long id) {
        return page(organisation, id, "", FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.EDIT_INVOICES)
    Reply withdraw(
            @PathVariable String organisation,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            StaffMember staff) {
        if (reason.isBlank() || reason.length() > 500) {
            FormErrors errors = FormErrors.of("reason", "Say why, in up to 500 characters");
            return Reply.invalid(page(organisation, id, reason, errors));
        }
        InvoiceView invoice = sent(id);
        Reply.Redirect back = Reply.redirect("/o/" + organisation + "/invoices/" + id);
        return switch (voiding.withdraw(invoice.id(), reason, staff.actor())) {
            case Voiding.Voided() -> back.done("Invoice " + invoice.number() + " is void");
            case Voiding.AlreadyPaid() -> back.refused("Something has been paid on this invoice, so it stands");
            case Voiding.Credited() ->
                back.refused("A credit note was written for this invoice, so it stands. Credit the rest of it instead");
            case Voiding.NotOpen() -> back.refused("This invoice was void already");
            case Voiding.TryAgain() ->
                Reply.invalid(page(
                        organisation,
                        id,
                        reason,
                        FormErrors.ofForm("We could not learn whether the patient is paying at this moment. Try again"
                                + " in a minute")));
        };
    }

    private JteModel page(String organisation, long id, String reason, FormErrors errors) {
        InvoiceView invoice = sent(id);
        return TEMPLATES.billingVoiding(
                pages.page(StaffSection.INVOICES, "Make " + invoice.title() + " void"),
                "/o/" + organisation + "/invoices/" + id,
                invoice,
                reason,
                errors);
    }

    private InvoiceView sent(long id) {
        return desk.find(new InvoiceId(id))
                .filter(invoice -> invoice.state() != InvoiceState.DRAFT)
                .orElseThrow(NoSuchPageException::new);
    }
}
