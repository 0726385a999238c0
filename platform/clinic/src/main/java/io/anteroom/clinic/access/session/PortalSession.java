package io.anteroom.clinic.access.session;

import java.time.Instant;

/**
 * A browser that is signed in, as it is listed.
 *
 * @param id names it, and opens nothing
 * @param device what the browser calls itself, in words
 * @param since when it signed in
 * @param lastSeen when it last asked for a page, to the minute
 * @param until when it ends by itself
 */
public record PortalSession(SessionId id, String device, Instant since, Instant lastSeen, Instant until) {}
