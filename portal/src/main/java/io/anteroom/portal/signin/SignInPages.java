package io.anteroom.portal.signin;

import gg.jte.Content;
import io.anteroom.clinic.access.Asked;
import io.anteroom.clinic.access.Entered;
import io.anteroom.clinic.access.PendingSignIn;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The two pages of signing in, and what they say when something is wrong. */
@Component
class SignInPages {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PortalPages pages;
    private final When when;

    SignInPages(PortalPages pages, When when) {
        this.pages = pages;
        this.when = when;
    }

    /** The page that asks for an address. */
    Content ask(String typed, FormErrors errors, boolean ended) {
        return TEMPLATES.signinAsk(pages.signedOut("Sign in"), typed, errors, ended);
    }

    /** The same, to somebody who has asked too often. */
    Reply wait(String typed, Asked.Wait wait) {
        return Reply.page(HttpStatus.TOO_MANY_REQUESTS, ask(typed, FormErrors.of("address", sentence(wait)), false));
    }

    /** The page that asks for the code. */
    Reply code(PendingSignIn pending, FormErrors errors) {
        var waiting = when.inFuture(pending.resendAt());
        var page = TEMPLATES.signinCode(pages.signedOut("Enter your code"), pending, waiting, errors);
        return errors.any() ? Reply.invalid(page) : Reply.page(page);
    }

    String sentence(Asked.Wait wait) {
        var time = when.inWords(wait.until());
        return switch (wait.why()) {
            case CODES -> "We have sent as many codes as we may for now. You can ask for another " + time;
            case WRONG_ENTRIES ->
                "Too many wrong codes were entered. To keep the account safe, you can try again " + time;
            case NETWORK -> "Too many codes were asked for from your network. You can try again " + time;
        };
    }

    /** What is wrong with the code entered. */
    FormErrors problem(Entered entered) {
        return FormErrors.of(
                "code",
                switch (entered) {
                    case Entered.NotACode() -> "Enter the six digits from our message";
                    case Entered.Wrong(var triesLeft) ->
                        "That isn’t the code. Check the newest message from us. "
                                + (triesLeft == 1
                                        ? "You can try once more"
                                        : "You can try " + triesLeft + " more times");
                    case Entered.Burned() ->
                        "This code can’t be used any more, because something else was entered three times. Ask for a new"
                                + " code";
                    case Entered.TooLate() ->
                        "This code can’t be used any more: it was used, or ten minutes are over."
                                + " Ask for a new code";
                    case Entered.Locked(var until) ->
                        "Too many wrong codes were entered. To keep the account safe, you can try again "
                                + when.inWords(until);
                    case Entered.Stale(), Entered.SignedIn(var _, var _) ->
                        throw new IllegalStateException("Not answered by this page");
                });
    }
}
