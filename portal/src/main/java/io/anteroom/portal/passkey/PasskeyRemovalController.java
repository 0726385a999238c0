package io.anteroom.portal.passkey;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.passkey.Passkey;
import io.anteroom.clinic.access.passkey.PasskeyId;
import io.anteroom.clinic.access.passkey.Passkeys;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Removing a passkey. It belongs to the person, whoever they are here for. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class PasskeyRemovalController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Passkeys passkeys;
    private final PortalPages pages;

    PasskeyRemovalController(Passkeys passkeys, PortalPages pages) {
        this.passkeys = passkeys;
        this.pages = pages;
    }

    @GetMapping("/passkeys/{id}/removal")
    Reply ask(VisibleChart chart, @PathVariable long id) {
        return find(chart, id).map(this::ask).orElseGet(PasskeyRemovalController::notThere);
    }

    private Reply ask(Passkey passkey) {
        return Reply.page(TEMPLATES.securityRemoval(
                pages.page(say("Remove a passkey")),
                Confirmation.of(
                        say("Remove the passkey ‘{name}’?", "name", passkey.name()),
                        List.of(
                                say("It can’t be used here any more, and browsers that it signed in are signed out."),
                                say(
                                        "You can still sign in with a code. Remove it from your device too, or the device goes on"
                                                + " offering it.")),
                        "/passkeys/" + passkey.id().value() + "/removal",
                        say("Remove passkey"),
                        "/security")));
    }

    @PostMapping("/passkeys/{id}/removal")
    Reply remove(VisibleChart chart, @PathVariable long id) {
        return passkeys.remove(chart, new PasskeyId(id))
                ? Reply.redirect("/security").done(say("The passkey is removed"))
                : notThere();
    }

    private Optional<Passkey> find(VisibleChart chart, long id) {
        return passkeys.of(chart).stream()
                .filter(passkey -> passkey.id().value() == id)
                .findFirst();
    }

    /** For who comes back to it, or sent it twice; nobody learns whether somebody else has such a passkey. */
    private static Reply notThere() {
        return Reply.redirect("/security").refused(say("That passkey isn’t there any more"));
    }
}
