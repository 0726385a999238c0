package io.anteroom.portal.session;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.PortalSession;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.language.Words;
import java.time.Instant;
import java.time.ZoneId;

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

    static SessionRow of(PortalSession session, Viewer viewer, ZoneId zone) {
        return new SessionRow(
                session.id().toString(),
                device(session.device()),
                session.id().equals(viewer.session()),
                format(session.since(), zone),
                format(session.lastSeen(), zone),
                format(session.until(), zone));
    }

    /** As it was noted when it signed in, in English: a browser and a system. */
    private static String device(String noted) {
        String[] parts = noted.split(" on ", 2); // not read by patients
        if (parts.length < 2) {
            return noted;
        }
        return say("{browser} on {system}", "browser", known(parts[0]), "system", known(parts[1]));
    }

    private static String known(String part) {
        return switch (part) {
            case "A browser" -> say("A browser"); // not read by patients
            case "an unknown device" -> say("an unknown device"); // not read by patients
            default -> part;
        };
    }

    private static String format(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        return say(
                "{day}, {time}", "day", Words.current().dayOfMonth(there.toLocalDate()), "time", there.toLocalTime());
    }
}
