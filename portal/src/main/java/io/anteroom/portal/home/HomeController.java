package io.anteroom.portal.home;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.PatientInvoices;
import io.anteroom.clinic.profile.ProfileChangeId;
import io.anteroom.clinic.profile.ProfileChanges;
import io.anteroom.clinic.questionnaire.assignment.OpenForms;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.reading.Beside;
import io.anteroom.clinic.reading.Both;
import io.anteroom.clinic.reading.Reading;
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
    private final ProfileChanges profiles;
    private final PatientForms forms;
    private final Reading reading;
    private final LimitedHome limited;
    private final Clock clock;

    HomeController(
            PatientInvoices invoices,
            CardPayments cards,
            PublishedPortals portals,
            PortalPages pages,
            PatientAppointments appointments,
            ProfileChanges profiles,
            PatientForms forms,
            Reading reading,
            LimitedHome limited,
            Clock clock) {
        this.profiles = profiles;
        this.forms = forms;
        this.reading = reading;
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

    /** One statement, whichever sections are on. */
    private Together<InvoiceRow, Both<Both<Appointment, ProfileChangeId>, OpenForms>> read(
            VisibleChart chart, PublishedPortal portal) {
        Beside<Appointment> next = portal.offers(Section.APPOINTMENTS)
                ? appointments.in(chart).nextBeside()
                : Beside.nothing("no_appointment");
        Beside<ProfileChangeId> details =
                portal.offers(Section.PROFILE) ? profiles.waitingBeside(chart) : Beside.nothing("no_profile_change");
        Beside<OpenForms> open =
                portal.offers(Section.QUESTIONNAIRES) ? forms.openBeside(chart) : Beside.nothing("no_form");
        var both = next.and(details).and(open);
        return portal.offers(Section.INVOICES)
                ? invoices.in(chart).listWith(both)
                : new Together<>(List.of(), reading.one(both));
    }
}
