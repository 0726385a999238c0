package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.password.PasswordTried;
import io.anteroom.webkit.form.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What is said to a password that doesn't sign in. */
@Component
class PasswordTries {

    private final When when;

    PasswordTries(When when) {
        this.when = when;
    }

    /** What has to be typed first. */
    FormErrors missing(boolean address, String password) {
        var errors = FormErrors.none();
        if (!address) {
            errors = errors.with("address", Addresses.BOTH.error(""));
        }
        return password.isEmpty() ? errors.with("password", say("Enter your password")) : errors;
    }

    FormErrors problem(PasswordTried tried) {
        return FormErrors.of(
                "password",
                switch (tried) {
                    case PasswordTried.Wrong() ->
                        say("That address and password don’t go together. Check both, or sign in with a code");
                    case PasswordTried.Locked(var until) ->
                        say(
                                "Too many wrong passwords were entered. To keep the account safe, you can try again {when}. You"
                                        + " can sign in with a code now",
                                "when",
                                when.inWords(until));
                    case PasswordTried.UsedUp() ->
                        say(
                                "So many wrong passwords were entered that none is taken for this address any more. Sign in with a"
                                        + " code, then choose another password");
                    case PasswordTried.TooMany(var until) ->
                        say(
                                "Too many tries came from your network. You can try again {when}",
                                "when",
                                when.inWords(until));
                    case PasswordTried.Busy() ->
                        say(
                                "Many people are signing in at this moment. Please try again in a few seconds, or sign in with a"
                                        + " code");
                    case PasswordTried.SignedIn(var _), PasswordTried.Off() ->
                        throw new IllegalStateException("Not answered by this page");
                });
    }

    /** The same of a password that goes with a code which was right. */
    FormErrors problemAfterCode(PasswordTried tried) {
        return switch (tried) {
            case PasswordTried.Wrong() ->
                FormErrors.of("password", say("That isn’t your password. Check it and try again"));
            case PasswordTried.Locked(var until) ->
                FormErrors.of(
                        "password",
                        say(
                                "Too many wrong passwords were entered. To keep the account safe, you can try again {when}",
                                "when",
                                when.inWords(until)));
            case PasswordTried.UsedUp() ->
                FormErrors.of(
                        "password",
                        say("So many wrong passwords were entered that none is taken any more. Choose ‘Forgotten your"
                                + " password?’ below"));
            case PasswordTried.Busy() ->
                FormErrors.of(
                        "password",
                        say("Many people are signing in at this moment. Please try again in a few seconds"));
            case PasswordTried other -> problem(other);
        };
    }

    HttpStatus status(PasswordTried tried) {
        return switch (tried) {
            case PasswordTried.Wrong() -> HttpStatus.UNPROCESSABLE_CONTENT;
            case PasswordTried.Busy() -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
