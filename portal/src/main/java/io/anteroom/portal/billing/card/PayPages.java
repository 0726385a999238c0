package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.billing.card.PayByCard;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardId;
import io.anteroom.portal.billing.PartForm;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The choice of what an invoice is paid with and how much of it, as it is opened and as it comes back. */
@Component
class PayPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientCards cards;
    private final PayByCard paying;
    private final PartPayments parts;
    private final CardPayments possible;
    private final CardPages cardPages;
    private final PublishedPortals portals;
    private final PortalPages pages;

    PayPages(
            PatientCards cards,
            PayByCard paying,
            PartPayments parts,
            CardPayments possible,
            CardPages cardPages,
            PublishedPortals portals,
            PortalPages pages) {
        this.cards = cards;
        this.paying = paying;
        this.parts = parts;
        this.possible = possible;
        this.cardPages = cardPages;
        this.portals = portals;
        this.pages = pages;
    }

    /** Whether saved cards are something this portal has. */
    boolean offered() {
        return portals.current().offers(Section.PAYMENT_METHODS);
    }

    /** The page as it opens, all that is due filled in; nothing where there is nothing to choose. */
    Optional<JteModel> show(InvoiceView invoice, VisibleChart chart) {
        return page(
                invoice,
                chart,
                new PaymentId(UUID.randomUUID()),
                null,
                PartForm.of(parts.rule(), invoice, Formats.ofClinic()));
    }

    /** The page again, with what was typed and chosen, and what is wrong. */
    Optional<JteModel> again(
            InvoiceView invoice,
            VisibleChart chart,
            PaymentId attempt,
            CardId chosen,
            String amount,
            FormErrors errors) {
        var typed = PartForm.typed(parts.rule(), invoice, Formats.ofClinic(), amount, errors);
        return page(invoice, chart, attempt, chosen, typed);
    }

    private Optional<JteModel> page(
            InvoiceView invoice, VisibleChart chart, PaymentId attempt, @Nullable CardId chosen, PartForm part) {
        boolean payable = invoice.dueMinor() > 0 && invoice.fitsACard() && possible.possible();
        List<CardLine> saved = payable && offered() ? cardPages.lines(cards.usable(chart)) : List.of();
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        boolean bankAsked = paying.wantsThem(invoice, chart).isPresent();
        return Optional.of(TEMPLATES.billingCardPay(
                pages.page(PortalSection.INVOICES, say("Pay an invoice")),
                new PayChoice(invoice, attempt, saved, chosen, part, bankAsked),
                chart.several(),
                Formats.ofClinic()));
    }
}
