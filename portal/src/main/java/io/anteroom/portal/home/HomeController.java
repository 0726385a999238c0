package io.anteroom.portal.home;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.reading.Together;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.settings.PublishedPortal;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final PatientAppointments appointments;
    private final LimitedHome limited;
    private final Clock clock;

    HomeController(
            PatientInvoices invoices,
            CardPayments cards,
            PublishedPortals portals,
            PortalPages pages,
            PatientAppointments appointments,
            LimitedHome limited,
            Clock clock) {
        this.limited = limited;
        this.appointments = appointments;
        this.clock = clock;
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
        Instant now = clock.instant();
        ToDo toDo = ToDo.of(chart, read(chart, portals.current()), cards.possible(), now);
        return new StaticTemplates().homeHome(pages.page(PortalSection.HOME, say("Home")), toDo, Formats.ofClinic());
    }

    /** One statement, whichever of the two is on. */
    private Together<InvoiceRow, Appointment> read(VisibleChart chart, PublishedPortal portal) {
        boolean money = portal.offers(Section.INVOICES);
        if (!portal.offers(Section.APPOINTMENTS)) {
            return new Together<>(money ? invoices.in(chart).list() : List.of(), Optional.empty());
        }
        var bookings = appointments.in(chart);
        return money ? invoices.in(chart).listWith(bookings.nextBeside()) : new Together<>(List.of(), bookings.next());
    }
}
