package io.anteroom.portal.home;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.registration.Registrations;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.scheduling.AppointmentCard;
import io.anteroom.portal.templates.StaticTemplates;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page of somebody who opened the account alone and sees nothing that the clinic made: it says what there is, and why. */
@Component
class LimitedHome {

    private final Registrations registrations;
    private final PatientAppointments appointments;
    private final PublishedPortals portals;
    private final PortalPages pages;
    private final Clock clock;

    LimitedHome(
            Registrations registrations,
            PatientAppointments appointments,
            PublishedPortals portals,
            PortalPages pages,
            Clock clock) {
        this.registrations = registrations;
        this.appointments = appointments;
        this.portals = portals;
        this.clock = clock;
        this.pages = pages;
    }

    /** Nothing for whoever sees a record in full, which takes no look at the database to know. */
    Optional<Content> of(VisibleChart chart) {
        boolean limited = chart.patients().stream().map(VisiblePatient::level).allMatch(AccessLevel.LIMITED::equals);
        return limited
                ? registrations
                        .of(chart.viewer())
                        .map(registration -> new StaticTemplates()
                                .homeLimited(
                                        pages.page(PortalSection.HOME, say("Home")),
                                        registration,
                                        chart.patients(),
                                        next(chart)))
                : Optional.empty();
    }

    private @Nullable AppointmentCard next(VisibleChart chart) {
        return portals.current().offers(Section.APPOINTMENTS)
                ? appointments
                        .in(chart)
                        .next()
                        .map(appointment -> AppointmentCard.of(appointment, clock.instant()))
                        .orElse(null)
                : null;
    }
}
