package io.anteroom.tenantadmin.billing.refund;

import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.refund.Refund;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notes that money given back, which did not arrive, was settled in another way. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/{id}/payments/{payment}/refund/settled")
class SettlingController {

    private final InvoiceRefunds refunds;
    private final RefundPages pages;

    SettlingController(InvoiceRefunds refunds, RefundPages pages) {
        this.refunds = refunds;
        this.pages = pages;
    }

    /**
     * Notes it.
     *
     * @param refund the one that did not arrive
     * @param settled how it was settled
     */
    @PostMapping
    @Needs(Permission.GIVE_BACK_MONEY)
    Reply settle(
            @PathVariable long id,
            @PathVariable String payment,
            @RequestParam(defaultValue = "") String refund,
            @RequestParam(defaultValue = "") String settled,
            StaffMember staff) {
        RefundPage page = pages.find(id, payment);
        Refund found = page.refunds().stream()
                .filter(each -> each.id().toString().equals(refund))
                .filter(each -> each.payment().equals(page.payment().id()))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
        String how = settled.replace("\r\n", "\n").strip();
        if (how.isEmpty() || how.length() > 500) {
            return Reply.invalid(
                    pages.settling(page, settled, FormErrors.of("settled", "Say how, in up to 500 characters")));
        }
        Reply.Redirect back = Reply.redirect(page.url());
        return refunds.settle(page.invoice(), found, how, staff.actor())
                ? back.done("Noted. Nobody is asked about this money any more")
                : back.refused("This was settled already, or more of the payment was given back meanwhile");
    }
}
