package io.anteroom.webkit.fairness;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a request was not let in. */
enum Reason {
    /** Its clinic's door gets more requests a second than are answered. */
    RATE(HttpStatus.TOO_MANY_REQUESTS),
    /** As many of its clinic's requests as may be are in progress there. */
    CONCURRENCY(HttpStatus.TOO_MANY_REQUESTS),
    /**
     * Too many ask for what does not exist, and this process has not yet seen that this one does. It is who asks that asks
     * too much, so it is no fault of ours by which the service is judged.
     */
    UNKNOWN_HOST(HttpStatus.TOO_MANY_REQUESTS),
    /** The front door is full. */
    FULL(HttpStatus.SERVICE_UNAVAILABLE);

    final HttpStatus status;

    Reason(HttpStatus status) {
        this.status = status;
    }

    /** As metrics call it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
