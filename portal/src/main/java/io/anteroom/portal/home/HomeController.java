package io.anteroom.portal.home;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page patients land on. */
@Controller
@OnHost(Host.PORTAL)
class HomeController {

    private final PatientInvoices invoices;
    private final CardPayments cards;
    private final PublishedPortals portals;
    private final PortalPages pages;
    private final LimitedHome limited;

    HomeController(
            PatientInvoices invoices,
            CardPayments cards,
            PublishedPortals portals,
            PortalPages pages,
            LimitedHome limited) {
        this.limited = limited;
        this.invoices = invoices;
        this.cards = cards;
        this.portals = portals;
        this.pages = pages;
    }

    @GetMapping("/")
    Content home(VisibleChart chart) {
        return limited.of(chart).orElseGet(() -> toDo(chart));
    }

    private Content toDo(VisibleChart chart) {
        List<InvoiceRow> rows =
                portals.current().offers(Section.INVOICES) ? invoices.in(chart).list() : List.of();
        ToDo toDo = ToDo.of(chart, rows, cards.possible());
        return new StaticTemplates().homeHome(pages.page(PortalSection.HOME, "Home"), toDo, Formats.ofClinic());
    }
}
