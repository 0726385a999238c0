package io.anteroom.portal.registration;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.registration.Registrations;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.signin.Addresses;
import io.anteroom.portal.signin.CodeWords;
import io.anteroom.portal.signin.Requests;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The page that asks who wants an account. Its answer is the same whether the clinic knows the address or not. */
@Controller
@OnHost(Host.PORTAL)
class RegistrationController {

    private final Registrations registrations;
    private final Authentication authentication;
    private final PortalPages pages;
    private final CodeWords words;
    private final PortalCookies cookies;
    private final Clock clock;

    RegistrationController(
            Registrations registrations,
            Authentication authentication,
            PortalPages pages,
            CodeWords words,
            PortalCookies cookies,
            Clock clock) {
        this.registrations = registrations;
        this.authentication = authentication;
        this.pages = pages;
        this.words = words;
        this.cookies = cookies;
        this.clock = clock;
    }

    @GetMapping("/register")
    Reply form(Optional<Viewer> viewer) {
        onlyWhereOpen();
        return viewer.isPresent() ? Reply.redirect("/") : Reply.page(page(RegistrationForm.EMPTY, FormErrors.none()));
    }

    @PostMapping("/register")
    Reply ask(RegistrationForm form, HttpServletRequest request, HttpServletResponse response) {
        onlyWhereOpen();
        var today = LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        return switch (form.read(today, addresses())) {
            case RegistrationForm.Reading.Faulty(var errors) -> Reply.invalid(page(form, errors));
            case RegistrationForm.Reading.Fine(var applicant, var contact) ->
                switch (registrations.ask(
                        applicant, AccountOrigin.REGISTRATION, contact, Requests.from(request, cookies))) {
                    case Asked.OnItsWay(var browser) -> {
                        cookies.signingIn(response, browser, Requests.REMEMBERED);
                        yield Reply.redirect("/sign-in/code");
                    }
                    case Asked.Wait wait ->
                        Reply.page(
                                HttpStatus.TOO_MANY_REQUESTS,
                                page(form, FormErrors.of("address", words.sentence(wait))));
                    case Asked.NotSentThere() ->
                        Reply.invalid(page(form, FormErrors.of("address", words.notSentThere(contact))));
                    case Asked.Stale() -> Reply.redirect("/register");
                };
        };
    }

    private Content page(RegistrationForm form, FormErrors errors) {
        return new StaticTemplates()
                .registrationForm(
                        pages.signedOut(say("Open an account")), addresses().label(), form, errors);
    }

    private Addresses addresses() {
        return Addresses.of(authentication.settings().codesTo());
    }

    private void onlyWhereOpen() {
        if (!registrations.areOpen()) {
            throw new NoSuchPageException();
        }
    }
}
