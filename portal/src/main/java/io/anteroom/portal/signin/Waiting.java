package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

/**
 * A moment to wait for.
 *
 * @param until when, ISO 8601
 * @param seconds how long that is, rounded up
 */
public record Waiting(String until, long seconds) {

    /** {@code 42 seconds}. */
    public String words() {
        return say("{seconds, plural, one {# second} other {# seconds}}", "seconds", seconds);
    }
}
