package io.anteroom.portal.recovery;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.recovery.RecoveryCodes;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Removing printed codes, as when the paper is lost. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class RecoveryRemovalController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final RecoveryCodes codes;
    private final PortalPages pages;

    RecoveryRemovalController(RecoveryCodes codes, PortalPages pages) {
        this.codes = codes;
        this.pages = pages;
    }

    @GetMapping("/recovery-codes/removal")
    Content ask(VisibleChart chart) {
        return TEMPLATES.securityRemoval(
                pages.page(say("Remove recovery codes")),
                Confirmation.of(
                        say("Remove your recovery codes?"),
                        List.of(
                                say(
                                        "None of the codes on the paper can be used any more, and browsers that they signed in are"
                                                + " signed out."),
                                say("You can still sign in with a code that we send you, and print new ones.")),
                        "/recovery-codes/removal",
                        say("Remove codes"),
                        "/security"));
    }

    @PostMapping("/recovery-codes/removal")
    Reply remove(VisibleChart chart) {
        codes.remove(chart);
        return Reply.redirect("/security").done(say("You have no recovery codes any more"));
    }
}
