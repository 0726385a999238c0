package io.anteroom.portal.home;

import gg.jte.Content;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.registration.Registrations;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The page of somebody who opened the account alone and sees nothing that the clinic made: it says what there is, and why. */
@Component
class LimitedHome {

    private final Registrations registrations;
    private final PortalPages pages;

    LimitedHome(Registrations registrations, PortalPages pages) {
        this.registrations = registrations;
        this.pages = pages;
    }

    /** Nothing for whoever sees a record in full, which takes no look at the database to know. */
    Optional<Content> of(VisibleChart chart) {
        boolean limited = chart.patients().stream().map(VisiblePatient::level).allMatch(AccessLevel.LIMITED::equals);
        return limited
                ? registrations
                        .of(chart.viewer())
                        .map(registration -> new StaticTemplates()
                                .homeLimited(pages.page(PortalSection.HOME, "Home"), registration, chart.patients()))
                : Optional.empty();
    }
}
