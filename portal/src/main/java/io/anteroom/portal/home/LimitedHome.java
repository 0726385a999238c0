package io.anteroom.portal.home;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.registration.Registration;
import io.anteroom.clinic.access.registration.Registrations;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.questionnaire.assignment.OpenForms;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.settings.PublishedPortal;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.questionnaire.FormCard;
import io.anteroom.portal.scheduling.AppointmentCard;
import io.anteroom.portal.templates.StaticTemplates;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The page of somebody who opened the account alone and sees nothing that the clinic made: it says what there is, and why. */
@Component
class LimitedHome {

    private final Registrations registrations;
    private final PatientAppointments appointments;
    private final PatientForms forms;
    private final PublishedPortals portals;
    private final PortalPages pages;
    private final Clock clock;

    LimitedHome(
            Registrations registrations,
            PatientAppointments appointments,
            PatientForms forms,
            PublishedPortals portals,
            PortalPages pages,
            Clock clock) {
        this.registrations = registrations;
        this.appointments = appointments;
        this.forms = forms;
        this.portals = portals;
        this.clock = clock;
        this.pages = pages;
    }

    /** Nothing for whoever sees a record in full, which takes no look at the database to know. */
    Optional<Content> of(VisibleChart chart) {
        boolean limited = chart.patients().stream().map(VisiblePatient::level).allMatch(AccessLevel.LIMITED::equals);
        return limited
                ? registrations.of(chart.viewer()).map(registration -> page(registration, chart))
                : Optional.empty();
    }

    private Content page(Registration registration, VisibleChart chart) {
        Instant now = clock.instant();
        PublishedPortal portal = portals.current();
        Optional<Appointment> next =
                portal.offers(Section.APPOINTMENTS) ? appointments.in(chart).next() : Optional.empty();
        OpenForms open = portal.offers(Section.QUESTIONNAIRES) ? forms.toDo(chart) : OpenForms.NONE;
        return new StaticTemplates()
                .homeLimited(
                        pages.page(PortalSection.HOME, say("Home")),
                        registration,
                        chart.patients(),
                        next.map(appointment -> AppointmentCard.of(appointment, now))
                                .orElse(null),
                        next.filter(appointment -> appointment.state() == AppointmentState.AWAITING_PAYMENT)
                                .isPresent(),
                        open.first().stream()
                                .map(form -> FormCard.of(form, now))
                                .toList(),
                        open.all() - open.first().size());
    }
}
