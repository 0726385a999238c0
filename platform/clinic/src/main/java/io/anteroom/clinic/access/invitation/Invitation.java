package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that was sent.
 *
 * @param patient whose record it opens
 * @param sentBy who sent it, and gives the access
 * @param expiresAt when its link ends
 * @param openedAt when somebody first pressed the button behind the link
 * @param usedAt when it was accepted
 * @param account who accepted it
 * @param ended how it ended otherwise
 */
record Invitation(
        InvitationId id,
        PatientId patient,
        Invitee invitee,
        Actor.Staff sentBy,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant usedAt,
        @Nullable AccountId account,
        @Nullable Ended ended) {

    /** How an invitation ended before it was used. */
    record Ended(Instant at, boolean replaced) {}

    boolean isOpen(Instant now) {
        return usedAt == null && ended == null && now.isBefore(expiresAt);
    }

    /** Whether it may be sent anew: it waits, or nobody used it in time. */
    boolean isResendable() {
        return usedAt == null && ended == null;
    }
}
