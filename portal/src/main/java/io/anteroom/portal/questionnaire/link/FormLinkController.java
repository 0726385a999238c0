package io.anteroom.portal.questionnaire.link;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.questionnaire.link.FormLink;
import io.anteroom.clinic.questionnaire.link.FormLinkKey;
import io.anteroom.clinic.questionnaire.link.OpenLinks;
import io.anteroom.language.Words;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.registration.RegistrationForm;
import io.anteroom.portal.registration.RegistrationForm.Reading;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.signin.Addresses;
import io.anteroom.portal.signin.CodeWords;
import io.anteroom.portal.signin.DeadEnds;
import io.anteroom.portal.signin.Requests;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page behind a link to a form. Opening it changes nothing, since mail scanners do; it asks who one is, whether the clinic knows the
 * address or not, and then for the code. After that the same address leads to the form.
 */
@Controller
@OnHost(Host.PORTAL)
class FormLinkController {

    private final OpenLinks links;
    private final Authentication authentication;
    private final CodeWords words;
    private final DeadEnds deadEnds;
    private final PortalPages pages;
    private final PortalCookies cookies;
    private final Clock clock;

    FormLinkController(
            OpenLinks links,
            Authentication authentication,
            CodeWords words,
            DeadEnds deadEnds,
            PortalPages pages,
            PortalCookies cookies,
            Clock clock) {
        this.links = links;
        this.authentication = authentication;
        this.words = words;
        this.deadEnds = deadEnds;
        this.pages = pages;
        this.cookies = cookies;
        this.clock = clock;
    }

    @GetMapping("/form/{key}")
    Reply open(@PathVariable String key, Optional<Viewer> viewer) {
        var own = new FormLinkKey(key);
        return viewer.flatMap(who -> links.given(own, who))
                .<Reply>map(form -> Reply.redirect("/questionnaires/" + form))
                .or(() -> links.find(own)
                        .map(link -> Reply.page(page(key, link, RegistrationForm.empty(), FormErrors.none()))))
                .orElseGet(deadEnds::ended);
    }

    @PostMapping("/form/{key}")
    Reply begin(
            @PathVariable String key,
            RegistrationForm typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var own = new FormLinkKey(key);
        var found = links.find(own);
        if (found.isEmpty()) {
            return deadEnds.ended();
        }
        FormLink link = found.get();
        var form = new RegistrationForm(
                typed.givenName(),
                typed.familyName(),
                typed.born(),
                link.email().value());
        return switch (form.read(today(), Addresses.of(authentication.settings().codesTo()))) {
            case Reading.Faulty(var errors) -> Reply.invalid(page(key, link, form, errors));
            case Reading.Fine(var applicant, var _) ->
                links.begin(own, applicant, Requests.from(request, cookies))
                        .map(asked -> answer(asked, key, link, form, response))
                        .orElseGet(deadEnds::ended);
        };
    }

    private Reply answer(Asked asked, String key, FormLink link, RegistrationForm form, HttpServletResponse response) {
        return switch (asked) {
            case Asked.OnItsWay(var browser) -> {
                cookies.signingIn(response, browser, Requests.REMEMBERED);
                cookies.wanting(response, "/form/" + key, Requests.REMEMBERED);
                yield Reply.redirect("/sign-in/code");
            }
            case Asked.Wait wait ->
                Reply.page(
                        HttpStatus.TOO_MANY_REQUESTS, page(key, link, form, FormErrors.ofForm(words.sentence(wait))));
            case Asked.Stale(), Asked.NotSentThere() -> deadEnds.ended();
        };
    }

    private Content page(String key, FormLink link, RegistrationForm form, FormErrors errors) {
        return new StaticTemplates()
                .questionnaireLink(
                        pages.signedOut(say("A form to fill in")),
                        "/form/" + key,
                        link.email().masked(),
                        Words.current()
                                .day(LocalDate.ofInstant(
                                        link.expiresAt(), CurrentTenant.get().zone())),
                        form,
                        errors);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }
}
