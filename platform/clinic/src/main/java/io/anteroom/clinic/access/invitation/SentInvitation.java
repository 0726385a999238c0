package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.grant.GrantTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as staff see it on the record.
 *
 * @param person the name of somebody other than the patient, or null for the patient
 * @param terms what accepting opens
 * @param email where the email went, or null for none
 * @param mobile where the text message went, or null for none
 * @param state where it stands
 * @param since since when it stands so
 * @param trouble why a message could not be delivered, in plain words, or null
 * @param sentAt when it was sent
 * @param sentBy by whom
 * @param expiresAt when its link ends
 */
public record SentInvitation(
        InvitationId id,
        @Nullable String person,
        GrantTerms terms,
        @Nullable String email,
        @Nullable String mobile,
        InvitationState state,
        Instant since,
        @Nullable String trouble,
        Instant sentAt,
        String sentBy,
        Instant expiresAt) {

    /** Whether its link works. */
    public boolean isOpen() {
        return switch (state) {
            case SENT, DELIVERED, NOT_DELIVERED, OPENED -> true;
            case USED, EXPIRED, REVOKED, REPLACED -> false;
        };
    }

    /** Whether it may be sent anew as it is. */
    public boolean isResendable() {
        return isOpen() || state == InvitationState.EXPIRED;
    }

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "SentInvitation[" + id + ", " + state + "]";
    }
}
