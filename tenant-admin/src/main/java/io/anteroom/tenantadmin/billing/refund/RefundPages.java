package io.anteroom.tenantadmin.billing.refund;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.PayInvoice;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.payments.Payment;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Component;

/** A payment of which something is to be given back, and the page that asks for it. */
@Component
class RefundPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final InvoiceDesk desk;
    private final PayInvoice paying;
    private final InvoiceRefunds refunds;
    private final StaffPages pages;

    RefundPages(InvoiceDesk desk, PayInvoice paying, InvoiceRefunds refunds, StaffPages pages) {
        this.desk = desk;
        this.paying = paying;
        this.refunds = refunds;
        this.pages = pages;
    }

    /** The payment of this invoice, if it has arrived. */
    RefundPage find(long id, String payment) {
        InvoiceView invoice = desk.find(new InvoiceId(id)).orElseThrow(NoSuchPageException::new);
        Payment found = paying.attempts(invoice.id()).stream()
                .filter(each -> each.id().toString().equals(payment) && each.hasSucceeded())
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
        return new RefundPage(
                "/o/" + CurrentTenant.get().slug() + "/invoices/" + invoice.id(), invoice, found, refunds.of(invoice));
    }

    /** The page as it opens. */
    JteModel fresh(RefundPage page) {
        return form(page, RefundForm.empty(refunds.seen(page.payment().id())), FormErrors.none());
    }

    /** The page with what was typed of a refund. */
    JteModel form(RefundPage page, RefundForm form, FormErrors errors) {
        return form(page, form, "", errors);
    }

    /** The page with what was typed of how it was settled. */
    JteModel settling(RefundPage page, String how, FormErrors errors) {
        return form(page, RefundForm.empty(refunds.seen(page.payment().id())), how, errors);
    }

    private JteModel form(RefundPage page, RefundForm form, String settled, FormErrors errors) {
        return TEMPLATES.billingRefundForm(
                pages.page(
                        StaffSection.INVOICES,
                        "Give back a payment of " + page.invoice().title()),
                page,
                form,
                settled,
                errors,
                Formats.ofClinic());
    }
}
