package io.anteroom.portal.billing.bundle;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.billing.bundle.Seen;
import io.anteroom.portal.billing.PayTogether;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The choice of several invoices, as it is opened and as it comes back. */
@Component
class ChoicePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientInvoices invoices;
    private final CardPayments cards;
    private final PortalPages pages;

    ChoicePages(PatientInvoices invoices, CardPayments cards, PortalPages pages) {
        this.invoices = invoices;
        this.cards = cards;
        this.pages = pages;
    }

    /** With those ticked; nothing where there is nothing to choose. */
    Optional<JteModel> show(VisibleChart chart, List<Seen> chosen) {
        return page(chart, rows(chart), ids(chosen), FormErrors.none());
    }

    /** With what was chosen and is still due, and what is wrong. Where nothing is left to choose, the list says so. */
    Reply again(VisibleChart chart, List<Seen> chosen, String why) {
        List<InvoiceRow> rows = rows(chart);
        Set<InvoiceId> ids = ids(chosen);
        boolean elsewhere = !ids.isEmpty() && rows.stream().map(InvoiceRow::id).noneMatch(ids::contains);
        return Optional.of(rows)
                .filter(_ -> !elsewhere)
                .flatMap(each -> page(chart, each, ids, FormErrors.of("chosen", why)))
                .map(Reply::invalid)
                .orElseGet(() -> Reply.redirect("/invoices").refused(why));
    }

    private List<InvoiceRow> rows(VisibleChart chart) {
        return PayTogether.of(invoices.in(chart).list(), cards.possible()).rows();
    }

    private Optional<JteModel> page(
            VisibleChart chart, List<InvoiceRow> rows, Set<InvoiceId> chosen, FormErrors errors) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(TEMPLATES.billingBundleChoose(
                        pages.page(PortalSection.INVOICES, say("Pay several invoices")),
                        new Choice(rows, chosen, errors),
                        chart.several(),
                        Formats.ofClinic()));
    }

    private static Set<InvoiceId> ids(List<Seen> chosen) {
        return chosen.stream().map(Seen::invoice).collect(Collectors.toSet());
    }
}
