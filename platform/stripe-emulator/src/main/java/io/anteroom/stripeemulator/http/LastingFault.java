package io.anteroom.stripeemulator.http;

/** What can go wrong with one request and is not over when the same is asked again at once. */
public enum LastingFault {
    /** It was done, and answered with 500, and the same key gives that 500 again for a day, as Stripe documents it. */
    ERROR_KEPT,
    /** Nothing was done, it was answered with 500, and the same key gives that 500 again for a day. */
    ERROR_KEPT_BEFORE,
    /** Nothing was done, and no answer comes until faults are cleared: the client runs into its time-out. */
    SILENT_BEFORE,
    /** It was done, and no answer comes until faults are cleared: the client runs into its time-out. */
    SILENT_AFTER,
    /** The connection breaks, and the request is on its way until a test lets it arrive: later than any time-out. */
    ARRIVES_LATE
}
