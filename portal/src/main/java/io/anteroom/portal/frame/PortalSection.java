package io.anteroom.portal.frame;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.settings.PublishedPortal;
import io.anteroom.clinic.settings.Section;
import io.anteroom.webkit.Icon;
import io.anteroom.webkit.NavItem;
import java.util.Locale;

/** The parts of the portal that have pages, in the order of the navigation. */
public enum PortalSection {
    /** What there is to do. */
    HOME("/"),
    /** Appointments, to come and past. */
    APPOINTMENTS("/appointments"),
    /** What the clinic shares of the clinical record. */
    RECORDS("/records"),
    /** Forms to fill in, and those handed in. */
    QUESTIONNAIRES("/questionnaires"),
    /** Invoices and their payment. */
    INVOICES("/invoices"),
    /** The cards that the person keeps, whomever they act for. */
    PAYMENT_METHODS("/payment-methods"),
    /** What is sent to the clinic. */
    DOCUMENTS("/documents");

    private final String path;

    PortalSection(String path) {
        this.path = path;
    }

    /** What pages of this part name themselves by. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether {@code portal} offers it to somebody who may see {@code chart}. */
    boolean isIn(PublishedPortal portal, VisibleChart chart) {
        return switch (this) {
            case HOME -> true;
            case APPOINTMENTS ->
                portal.offers(Section.APPOINTMENTS)
                        && (chart.patients().isEmpty() || reaches(chart, AccessScope.BOOKINGS));
            case RECORDS ->
                portal.offers(Section.CLINICAL_RECORDS)
                        && !(chart.asksForWhom()
                                        ? chart.openFor(AccessScope.CLINICAL)
                                        : chart.listedFor(AccessScope.CLINICAL))
                                .isEmpty();
            case QUESTIONNAIRES ->
                portal.offers(Section.QUESTIONNAIRES)
                        && (chart.patients().isEmpty() || reaches(chart, AccessScope.BOOKINGS));
            case INVOICES -> portal.offers(Section.INVOICES) && reaches(chart, AccessScope.MONEY);
            case PAYMENT_METHODS ->
                portal.offers(Section.PAYMENT_METHODS)
                        && !chart.isPreview() // the cards are of an account, which a preview has none of
                        && !chart.openFor(AccessScope.MONEY).isEmpty();
            case DOCUMENTS ->
                portal.offers(Section.DOCUMENTS)
                        && (chart.patients().isEmpty() || reaches(chart, AccessScope.BOOKINGS));
        };
    }

    /** Whether access to the patient acted for, or to any as long as none was chosen, is also to that part of the record. */
    private static boolean reaches(VisibleChart chart, AccessScope scope) {
        return chart.patients().stream()
                .filter(patient -> chart.asksForWhom()
                        || chart.actingFor().filter(patient::equals).isPresent())
                .anyMatch(patient -> patient.scopes().contains(scope));
    }

    NavItem entry() {
        return new NavItem(key(), label(), path, icon());
    }

    private String label() {
        return switch (this) {
            case HOME -> say("Home");
            case APPOINTMENTS -> say("Appointments");
            case RECORDS -> say("Records");
            case QUESTIONNAIRES -> say("Forms");
            case INVOICES -> say("Invoices");
            case PAYMENT_METHODS -> say("Payment methods");
            case DOCUMENTS -> say("Documents");
        };
    }

    private Icon icon() {
        return switch (this) {
            case HOME -> Icon.HOME;
            case APPOINTMENTS -> Icon.CALENDAR;
            case RECORDS -> Icon.CLIPBOARD;
            case QUESTIONNAIRES -> Icon.PENCIL;
            case INVOICES -> Icon.INVOICE;
            case PAYMENT_METHODS -> Icon.CARD;
            case DOCUMENTS -> Icon.FILE;
        };
    }
}
