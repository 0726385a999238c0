package io.anteroom.clinic.access.invitation;

/** Where an invitation stands. */
public enum InvitationState {
    /** Handed over for sending. */
    SENT,
    /** The mail server, or the gateway of text messages, took it. */
    DELIVERED,
    /** It could not be delivered. */
    NOT_DELIVERED,
    /** Somebody pressed the button behind the link; who only opens the page, as mail scanners do, leaves no trace. */
    OPENED,
    /** Accepted: the access it promised was given. */
    USED,
    /** Nobody used it in time. */
    EXPIRED,
    /** Staff took it back. */
    REVOKED,
    /** A newer one took its place. */
    REPLACED
}
