package io.anteroom.webkit.host;

/** The front doors of the platform; each has its own host, security chain and cookies. */
public enum Host {
    /** The base host: sign-up, and the addresses payment providers call. */
    PLATFORM,
    /** {@code app.}: a clinic's staff. */
    STAFF,
    /** {@code ops.}: those who run the platform. */
    OPERATORS,
    /** {@code inbox.}: the mailbox of a local run. */
    INBOX,
    /** {@code <slug>.}: a clinic's patients, if there is such a clinic. */
    PORTAL,
    /** Anything else that reached us. */
    OTHER
}
