package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.signin.PendingSignIn;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBookings;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The pages of signing in. */
@Component
class SignInPages {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PortalPages pages;
    private final Authentication authentication;
    private final NewcomerBookings newcomers;
    private final PublishedPortals portals;
    private final When when;
    private final CodeWords words;

    SignInPages(
            PortalPages pages,
            Authentication authentication,
            NewcomerBookings newcomers,
            PublishedPortals portals,
            When when,
            CodeWords words) {
        this.pages = pages;
        this.authentication = authentication;
        this.newcomers = newcomers;
        this.portals = portals;
        this.when = when;
        this.words = words;
    }

    /** The page that asks for an address. */
    Content ask(String typed, FormErrors errors, Greeting greeting) {
        return ask(typed, errors, greeting, authentication.settings());
    }

    /** The same, to somebody who typed something that is no address codes go to, known or not. */
    Reply noAddress(String typed) {
        var settings = authentication.settings();
        var errors = FormErrors.of("address", Addresses.of(settings.codesTo()).error(typed));
        return Reply.invalid(ask(typed, errors, Greeting.NONE, settings));
    }

    private Content ask(String typed, FormErrors errors, Greeting greeting, AuthenticationSettings settings) {
        return TEMPLATES.signinAsk(
                pages.signedOut(say("Sign in")),
                Addresses.of(settings.codesTo()),
                typed,
                errors,
                greeting,
                settings.passkeys(),
                settings.passwords(),
                settings.selfRegistration(),
                books());
    }

    /** Whether people who are new here may book an appointment. */
    private boolean books() {
        return portals.current().offers(Section.APPOINTMENTS)
                && !newcomers.services().isEmpty();
    }

    /** The same, to somebody who has asked too often. */
    Reply wait(String typed, Asked.Wait wait) {
        return Reply.page(
                HttpStatus.TOO_MANY_REQUESTS,
                ask(typed, FormErrors.of("address", words.sentence(wait)), Greeting.NONE));
    }

    /** The answer to somebody who asks for another code too soon, whether or not anybody has the address. */
    Optional<Reply> tooSoon(PendingSignIn pending) {
        return Optional.ofNullable(when.inFuture(pending.resendAt()))
                .map(waiting -> Reply.redirect("/sign-in/code")
                        .refused(say(
                                "We send one code a minute. You can ask for another in {time}",
                                "time",
                                waiting.words())));
    }

    /** The page that asks for a printed code instead. */
    Reply recovery(PendingSignIn pending, FormErrors errors) {
        var page = TEMPLATES.signinRecovery(pages.signedOut(say("Use a recovery code")), pending, errors);
        return errors.any() ? Reply.invalid(page) : Reply.page(page);
    }

    /** The page that asks for the code. */
    Reply code(PendingSignIn pending, FormErrors errors) {
        var waiting = when.inFuture(pending.resendAt());
        var page = TEMPLATES.signinCode(pages.signedOut(say("Enter your code")), pending, waiting, errors);
        return errors.any() ? Reply.invalid(page) : Reply.page(page);
    }
}
