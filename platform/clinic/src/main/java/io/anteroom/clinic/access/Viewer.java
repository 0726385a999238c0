package io.anteroom.clinic.access;

import java.time.Instant;

/**
 * Somebody signed in to the portal, and by which session. Only {@link Sessions} makes one for a request.
 *
 * @param account who it is
 * @param session the browser it is
 * @param until when the session ends whatever happens
 */
public record Viewer(AccountId account, SessionId session, Instant until) {}
