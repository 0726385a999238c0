package io.anteroom.webkit.problem;

import org.springframework.http.HttpStatus;

/**
 * What is said about a refusal or fault. It never holds anything of the exception behind it.
 *
 * @param status the response's status
 * @param heading a few words
 * @param advice what the person can do
 */
public record Problem(HttpStatus status, String heading, String advice) {

    /** The words for {@code status}. */
    public static Problem of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                new Problem(
                        status,
                        "Page not found",
                        "Check the address. If you followed a link, it may be old, or what it led to may be gone.");
            case FORBIDDEN ->
                new Problem(
                        status,
                        "You can’t do this here",
                        "Your account may not have access, or the page was open for a long time. Go back, reload the"
                                + " page and try again.");
            case UNAUTHORIZED -> new Problem(status, "Sign in again", "You have been signed out.");
            case METHOD_NOT_ALLOWED ->
                new Problem(status, "This can’t be opened directly", "Go back and use the page’s own buttons.");
            case CONTENT_TOO_LARGE ->
                new Problem(status, "The file is too large", "Go back and choose a smaller file.");
            case TOO_MANY_REQUESTS -> new Problem(status, "Too many tries", "Wait a few minutes, then try again.");
            case SERVICE_UNAVAILABLE ->
                new Problem(status, "Not available at the moment", "Try again in a few minutes.");
            default ->
                status.is5xxServerError()
                        ? new Problem(
                                status,
                                "Something went wrong on our side",
                                "It has been noted. Try again in a few minutes; if it happens again, tell us the"
                                        + " reference below.")
                        : new Problem(status, "That did not work", "Go back, check what you entered and try again.");
        };
    }
}
