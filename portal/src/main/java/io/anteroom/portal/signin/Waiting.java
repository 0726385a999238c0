package io.anteroom.portal.signin;

/**
 * A moment to wait for.
 *
 * @param until when, ISO 8601
 * @param seconds how long that is, rounded up
 */
public record Waiting(String until, long seconds) {

    /** {@code 42 seconds}. */
    public String words() {
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }
}
