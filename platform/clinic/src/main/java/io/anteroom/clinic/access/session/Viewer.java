package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in to the portal, and by which session. Only {@link Sessions} makes one for a request.
 *
 * @param account who it is
 * @param session the browser it is
 * @param until when the session ends whatever happens
 * @param chosen the patient the person chose to act for in this session, or null before a choice
 * @param elevatedUntil until when clinical records are open in this session, or null while they are locked
 */
public record Viewer(
        AccountId account,
        SessionId session,
        Instant until,
        @Nullable PatientId chosen,
        @Nullable Instant elevatedUntil) {}
