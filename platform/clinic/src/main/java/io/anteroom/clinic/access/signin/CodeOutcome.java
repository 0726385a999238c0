package io.anteroom.clinic.access.signin;

import java.util.Locale;

/** What became of a code that was asked for. */
enum CodeOutcome {
    /** Handed to the outbox. */
    SENT,
    /** Nobody has that address here. */
    UNKNOWN,
    /** A cap on messages was reached. */
    CAPPED,
    /** Its ten minutes were over before the worker came to it. */
    LATE;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
