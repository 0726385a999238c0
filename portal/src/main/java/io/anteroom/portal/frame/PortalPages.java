package io.anteroom.portal.frame;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.card.PatientCards;
import io.anteroom.clinic.settings.PublishedPortal;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.Brands;
import io.anteroom.webkit.NavItem;
import io.anteroom.webkit.PortalPage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the frames of the portal's pages; controllers name the page, and this the rest. */
@Component
public class PortalPages {

    private final Brands brands;
    private final PublishedPortals portals;
    private final List<SignedIn> signedIn;
    private final ObjectProvider<PatientCards> cards;

    PortalPages(
            Brands brands,
            PublishedPortals portals,
            ObjectProvider<SignedIn> signedIn,
            ObjectProvider<PatientCards> cards) {
        this.cards = cards;
        this.brands = brands;
        this.portals = portals;
        this.signedIn = signedIn.stream().toList();
    }

    /** A page before sign-in. */
    public PortalPage signedOut(String title) {
        return PortalPage.signedOut(title, brand());
    }

    /** A page of {@code section} for whoever is signed in. */
    public PortalPage page(PortalSection section, String title) {
        Optional<VisibleChart> chart = chart();
        List<NavItem> nav = chart.map(this::menu).orElse(List.of());
        return new PortalPage(
                title, brand(), section.key(), nav, chart.map(this::person).orElse(null));
    }

    /** A page of no section for whoever is signed in, such as the person's own account. */
    public PortalPage page(String title) {
        Optional<VisibleChart> chart = chart();
        return new PortalPage(
                title,
                brand(),
                null,
                chart.map(this::menu).orElse(List.of()),
                chart.map(this::owner).orElse(null));
    }

    /** A page on the way to the others, for whoever is signed in. */
    public PortalPage withoutMenu(String title) {
        return new PortalPage(
                title, brand(), null, List.of(), chart().map(this::person).orElse(null));
    }

    private Optional<VisibleChart> chart() {
        return signedIn.stream().flatMap(who -> who.chart().stream()).findFirst();
    }

    private List<NavItem> menu(VisibleChart chart) {
        PublishedPortal portal = portals.current();
        return Arrays.stream(PortalSection.values())
                .filter(entry -> entry.isIn(portal, chart))
                .map(PortalSection::entry)
                .toList();
    }

    private PortalPage.Person person(VisibleChart chart) {
        Optional<VisiblePatient> acting = chart.actingFor();
        boolean others = chart.several()
                || acting.filter(who -> who.relationship() != Relationship.SELF).isPresent();
        return new PortalPage.Person(
                chart.name(),
                others ? acting.map(VisiblePatient::name).orElse(say("whom?")) : null,
                chart.several() ? "/for" : null,
                !chart.patients().isEmpty(),
                chart.asksForWhom()
                        || acting.filter(who -> opensLog(chart, who)).isPresent(),
                !chart.patients().isEmpty() && portals.current().offers(Section.PROFILE),
                false);
    }

    /** Whose access to money is limited or has ended finds what they keep from there, since the menu has no entry for it. */
    private PortalPage.Person owner(VisibleChart chart) {
        PortalPage.Person person = person(chart);
        boolean keepsMore = !chart.isPreview()
                && portals.current().offers(Section.PAYMENT_METHODS)
                && !PortalSection.PAYMENT_METHODS.isIn(portals.current(), chart)
                && cards.stream().anyMatch(saved -> !saved.list(chart).isEmpty());
        return keepsMore ? person.withCards() : person;
    }

    /** What is behind the fresh check is offered to nobody who would be shown nothing there. */
    private static boolean opensLog(VisibleChart chart, VisiblePatient patient) {
        return chart.listedFor(AccessScope.CLINICAL).contains(patient.id());
    }

    private Brand brand() {
        return brands.of(CurrentTenant.get());
    }
}
