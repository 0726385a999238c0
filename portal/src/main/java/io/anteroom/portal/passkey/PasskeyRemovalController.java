package io.anteroom.portal.passkey;

import gg.jte.Content;
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
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
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
    Content ask(VisibleChart chart, @PathVariable long id) {
        var passkey = find(chart, id);
        return TEMPLATES.securityRemoval(
                pages.page("Remove a passkey"),
                Confirmation.of(
                        "Remove the passkey ‘" + passkey.name() + "’?",
                        List.of(
                                "It can’t be used here any more, and browsers that it signed in are signed out.",
                                "You can still sign in with a code. Remove it from your device too, or the device goes on"
                                        + " offering it."),
                        "/passkeys/" + id + "/removal",
                        "Remove passkey",
                        "/security"));
    }

    @PostMapping("/passkeys/{id}/removal")
    Reply remove(VisibleChart chart, @PathVariable long id) {
        if (!passkeys.remove(chart, new PasskeyId(id))) {
            throw new NoSuchPageException();
        }
        return Reply.redirect("/security").done("The passkey is removed");
    }

    private Passkey find(VisibleChart chart, long id) {
        return passkeys.of(chart).stream()
                .filter(passkey -> passkey.id().value() == id)
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
