package io.anteroom.portal.passkey;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.passkey.PasskeyAdded;
import io.anteroom.clinic.access.passkey.Passkeys;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.ChangesWaysIn;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Adding a passkey. It is behind the fresh check: a key opens clinical records later, so who only found a browser signed in
 * must not be able to add one.
 */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@ChangesWaysIn
class NewPasskeyController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Passkeys passkeys;
    private final PasskeyHost host;
    private final PortalPages pages;

    NewPasskeyController(Passkeys passkeys, PasskeyHost host, PortalPages pages) {
        this.passkeys = passkeys;
        this.host = host;
        this.pages = pages;
    }

    @GetMapping("/passkeys/new")
    Reply form(ElevatedChart chart) {
        return passkeys.of(chart.chart()).size() < Passkeys.MOST ? Reply.page(page("", FormErrors.none())) : full();
    }

    @PostMapping("/passkeys/options")
    ResponseEntity<String> options(ElevatedChart chart) {
        return PasskeyAnswers.options(passkeys.begin(chart, host.current()));
    }

    @PostMapping("/passkeys")
    Reply add(
            ElevatedChart chart,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String response) {
        return switch (passkeys.add(chart, host.current(), response, name)) {
            case PasskeyAdded.Added() ->
                Reply.redirect("/security").done(say("The passkey is added. You can sign in with it from now on"));
            case PasskeyAdded.Full() -> full();
            case PasskeyAdded.NameNeeded() ->
                Reply.invalid(
                        page(name, FormErrors.of("name", say("Enter a name of up to 60 characters, like My phone"))));
            case PasskeyAdded.Refused() ->
                Reply.invalid(page(
                        name,
                        FormErrors.of("name", say("That didn’t work, and no passkey was added. Please try again"))));
        };
    }

    private static Reply full() {
        return Reply.redirect("/security")
                .refused(say(
                        "You have {count, plural, one {# passkey} other {# passkeys}}, and more can’t be added. Remove one first",
                        "count",
                        Passkeys.MOST));
    }

    private Content page(String name, FormErrors errors) {
        return TEMPLATES.passkeyAdd(pages.page(say("Add a passkey")), name, errors);
    }
}
