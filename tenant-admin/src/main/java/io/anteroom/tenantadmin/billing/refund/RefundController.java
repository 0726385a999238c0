package io.anteroom.tenantadmin.billing.refund;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.billing.refund.RefundWish;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.payments.Money;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.tenantadmin.billing.TypedAmounts;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives back a payment, or a part of it: typed, looked at once more, then asked for. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/{id}/payments/{payment}/refund")
class RefundController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String BUSY = "Some of this payment is being given back. Look again when that is through";
    private static final String NOTHING = "Nothing is left of this payment to give back";

    private final InvoiceRefunds refunds;
    private final RefundPages refundPages;
    private final StaffPages pages;

    RefundController(InvoiceRefunds refunds, RefundPages refundPages, StaffPages pages) {
        this.refunds = refunds;
        this.refundPages = refundPages;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.GIVE_BACK_MONEY)
    Reply ask(@PathVariable long id, @PathVariable String payment) {
        RefundPage page = refundPages.find(id, payment);
        Reply.Redirect back = Reply.redirect(page.url());
        if (!page.left().isPositive()) {
            return back.refused(NOTHING);
        }
        return page.isUnderWay() ? back.refused(BUSY) : Reply.page(refundPages.fresh(page));
    }

    @PostMapping
    @Needs(Permission.GIVE_BACK_MONEY)
    Reply give(
            @PathVariable long id,
            @PathVariable String payment,
            @RequestParam(defaultValue = "") String step,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        RefundPage page = refundPages.find(id, payment);
        RefundForm form = RefundForm.typed(sent);
        if (page.isKnown(form)) {
            return Reply.redirect(page.url()).done("This was asked for already, and is given back once");
        }
        var amounts =
                new TypedAmounts(page.left().currency(), Formats.ofClinic().locale());
        if (!page.left().isPositive()) {
            return Reply.redirect(page.url()).refused(NOTHING);
        }
        Optional<RefundWish> wish = form.read(page.payment().id(), page.left(), amounts);
        if (wish.isEmpty()) {
            return Reply.invalid(refundPages.form(page, form, amounts.errors()));
        }
        return switch (step) {
            case "confirmed" -> done(page, form, wish.get(), staff);
            case "change" -> Reply.page(refundPages.form(page, form, FormErrors.none()));
            default -> Reply.page(confirmation(page, form, wish.get()));
        };
    }

    private Reply done(RefundPage page, RefundForm form, RefundWish wish, StaffMember staff) {
        Reply.Redirect back = Reply.redirect(page.url());
        return switch (refunds.ask(page.invoice(), wish, staff.actor())) {
            case RefundAsking.Asked(var _, boolean fresh) ->
                back.done(
                        fresh
                                ? money(new Money(wish.minor(), page.left().currency()))
                                        + " is on its way to Stripe, which gives it back"
                                : "This was asked for already, and is given back once");
            case RefundAsking.TooMuch(Money left) ->
                Reply.invalid(refundPages.form(page, form, FormErrors.of("amount", "Enter at most " + money(left))));
            case RefundAsking.NotInSteps() ->
                Reply.invalid(refundPages.form(
                        page, form, FormErrors.of("amount", "Stripe can’t give back exactly that much")));
            case RefundAsking.Meanwhile() ->
                Reply.invalid(refundPages.form(
                        page,
                        form.seeing(refunds.seen(page.payment().id())),
                        FormErrors.ofForm("Some of this payment was given back meanwhile. Look at what is left, and"
                                + " go on if it is still right")));
            case RefundAsking.Busy() -> Reply.invalid(refundPages.form(page, form, FormErrors.ofForm(BUSY)));
            case RefundAsking.NothingThere() -> throw new NoSuchPageException();
        };
    }

    private JteModel confirmation(RefundPage page, RefundForm form, RefundWish wish) {
        return TEMPLATES.billingRefundConfirm(
                pages.page(
                        StaffSection.INVOICES,
                        "Give back " + money(new Money(wish.minor(), page.left().currency())) + "?"),
                page,
                form,
                wish,
                Formats.ofClinic());
    }

    private static String money(Money amount) {
        return Formats.ofClinic().money(amount.minor(), amount.currency());
    }
}
