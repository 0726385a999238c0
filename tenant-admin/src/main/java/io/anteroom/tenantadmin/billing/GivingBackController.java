package io.anteroom.tenantadmin.billing;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.MoneyToGiveBack;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Money that nothing could take, and what to do about it. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/to-give-back")
class GivingBackController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final MoneyToGiveBack money;
    private final StaffPages pages;

    GivingBackController(MoneyToGiveBack money, StaffPages pages) {
        this.money = money;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.EDIT_INVOICES)
    JteModel list(@PathVariable String organisation, StaffMember staff) {
        return TEMPLATES.billingGivingBack(
                pages.page(StaffSection.INVOICES, "Money to give back"),
                "/o/" + organisation + "/invoices",
                money.list(),
                staff.may(Permission.GIVE_BACK_MONEY),
                Formats.ofClinic());
    }

    @PostMapping("/{payment}/check")
    @Needs(Permission.EDIT_INVOICES)
    Reply check(@PathVariable String organisation, @PathVariable String payment) {
        Payment now = PaymentId.parse(payment).flatMap(money::check).orElseThrow(NoSuchPageException::new);
        Reply.Redirect back = Reply.redirect("/o/" + organisation + "/invoices/to-give-back");
        return now.needsAttention()
                ? back.refused("Stripe does not say yet that this payment was given back in full.")
                : back.done("The payment was given back");
    }
}
