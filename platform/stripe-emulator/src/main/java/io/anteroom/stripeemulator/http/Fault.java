package io.anteroom.stripeemulator.http;

/** What can go wrong with one request. */
public enum Fault {
    /** 500, and nothing was done. */
    ERROR_BEFORE,
    /** It was done, and answered with 500; the same key later gives the true answer. */
    ERROR_AFTER,
    /** The connection breaks, and nothing was done. */
    LOST_BEFORE,
    /** It was done, and the connection breaks before the answer. */
    LOST_AFTER
}
