package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.billing.credit.CreditNotes;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.billing.plan.PlanPages;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.form.FormErrors;
import org.springframework.stereotype.Component;

/** The page of one invoice, as it is opened and as it comes back with an amount that could not be paid. */
@Component
class InvoicePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final CardPayments cards;
    private final PatientCards saved;
    private final PublishedPortals portals;
    private final CreditNotes credits;
    private final InvoiceRefunds refunds;
    private final PartPayments parts;
    private final PlanPages plans;
    private final PortalPages pages;

    InvoicePages(
            CardPayments cards,
            PatientCards saved,
            PublishedPortals portals,
            CreditNotes credits,
            InvoiceRefunds refunds,
            PartPayments parts,
            PlanPages plans,
            PortalPages pages) {
        this.plans = plans;
        this.cards = cards;
        this.saved = saved;
        this.portals = portals;
        this.credits = credits;
        this.refunds = refunds;
        this.parts = parts;
        this.pages = pages;
    }

    JteModel show(InvoiceView invoice, VisibleChart chart) {
        PartForm part = invoice.dueMinor() > 0 && payable(invoice)
                ? PartForm.of(parts.rule(), invoice, Formats.ofClinic())
                : PartForm.none();
        return page(invoice, chart, part, keepsACard(invoice, chart));
    }

    /** With an amount that could not be paid on Stripe's page, asked for again where it was typed. */
    JteModel again(InvoiceView invoice, VisibleChart chart, String amount, FormErrors errors) {
        return page(invoice, chart, PartForm.typed(parts.rule(), invoice, Formats.ofClinic(), amount, errors), false);
    }

    /** Whether the person can choose a card of theirs to pay it with. */
    boolean keepsACard(InvoiceView invoice, VisibleChart chart) {
        return invoice.dueMinor() > 0
                && payable(invoice)
                && portals.current().offers(Section.PAYMENT_METHODS)
                && !saved.usable(chart).isEmpty();
    }

    private boolean payable(InvoiceView invoice) {
        return invoice.fitsACard() && cards.possible();
    }

    /** Its title is what the page's heading says too; nobody sees a draft here. */
    private JteModel page(InvoiceView invoice, VisibleChart chart, PartForm form, boolean choice) {
        return TEMPLATES.billingInvoice(
                pages.page(PortalSection.INVOICES, say("Invoice {number}", "number", String.valueOf(invoice.number()))),
                invoice,
                credits.of(invoice),
                refunds.of(invoice),
                chart.several(),
                payable(invoice),
                choice,
                form,
                plans.of(invoice, chart),
                Formats.ofClinic());
    }
}
