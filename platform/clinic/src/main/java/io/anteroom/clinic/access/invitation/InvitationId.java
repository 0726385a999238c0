package io.anteroom.clinic.access.invitation;

/**
 * The id of an invitation.
 *
 * @param value unique within the clinic only
 */
public record InvitationId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
