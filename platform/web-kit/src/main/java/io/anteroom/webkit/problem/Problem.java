package io.anteroom.webkit.problem;

import static io.anteroom.language.Say.say;

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
                        say("Page not found"),
                        say(
                                "Check the address. If you followed a link, it may be old, or what it led to may be gone."));
            case FORBIDDEN ->
                new Problem(
                        status,
                        say("You can’t do this here"),
                        say(
                                "Your account may not have access, or the page was open for a long time. Go back, reload the page and try again."));
            case UNAUTHORIZED -> new Problem(status, say("Sign in again"), say("You have been signed out."));
            case METHOD_NOT_ALLOWED ->
                new Problem(
                        status, say("This can’t be opened directly"), say("Go back and use the page’s own buttons."));
            case CONTENT_TOO_LARGE ->
                new Problem(status, say("The file is too large"), say("Go back and choose a smaller file."));
            case TOO_MANY_REQUESTS ->
                new Problem(status, say("Too many tries"), say("Wait a few minutes, then try again."));
            case SERVICE_UNAVAILABLE ->
                new Problem(status, say("Not available at the moment"), say("Try again in a few minutes."));
            default ->
                status.is5xxServerError()
                        ? new Problem(
                                status,
                                say("Something went wrong on our side"),
                                say(
                                        "It has been noted. Try again in a few minutes; if it happens again, tell us the reference below."))
                        : new Problem(
                                status,
                                say("That did not work"),
                                say("Go back, check what you entered and try again."));
        };
    }
}
