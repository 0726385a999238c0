package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.PortalSession;
import io.anteroom.clinic.access.session.Viewer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A session as the person it belongs to sees it.
 *
 * @param id names it in the address that ends it
 * @param device the browser
 * @param current whether it is the one that looks
 * @param since when it signed in, in the clinic's time
 * @param lastSeen when it was last used, in the clinic's time
 * @param until when it ends by itself, in the clinic's time
 */
public record SessionRow(String id, String device, boolean current, String since, String lastSeen, String until) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);

    static SessionRow of(PortalSession session, Viewer viewer, ZoneId zone) {
        return new SessionRow(
                session.id().toString(),
                session.device(),
                session.id().equals(viewer.session()),
                format(session.since(), zone),
                format(session.lastSeen(), zone),
                format(session.until(), zone));
    }

    private static String format(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
