package io.anteroom.webkit.problem;

import java.time.Duration;

/** Thrown where somebody has asked too often. */
public class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** Says to come back after {@code retryAfter}. */
    public TooManyRequestsException(Duration retryAfter) {
        super("Too many requests", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** How long to wait. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
