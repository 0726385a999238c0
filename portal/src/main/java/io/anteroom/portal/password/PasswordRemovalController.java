package io.anteroom.portal.password;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.password.Passwords;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.ChangesWaysIn;
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

/** Removing one's password. It belongs to the person, whoever they are here for. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@ChangesWaysIn
class PasswordRemovalController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Passwords passwords;
    private final PortalPages pages;

    PasswordRemovalController(Passwords passwords, PortalPages pages) {
        this.passwords = passwords;
        this.pages = pages;
    }

    @GetMapping("/password/removal")
    Reply ask(VisibleChart chart) {
        var standing = passwords.standing(chart);
        if (standing.setAt() == null) {
            return Reply.redirect("/security");
        }
        return Reply.page(TEMPLATES.securityRemoval(
                pages.page(say("Remove your password")),
                Confirmation.of(
                        say("Remove your password?"),
                        List.of(
                                standing.twoSteps()
                                        ? say(
                                                "A code alone signs you in from then on. Every other browser is signed out.")
                                        : say(
                                                "You sign in with a code from then on. Every other browser is signed out.")),
                        "/password/removal",
                        say("Remove password"),
                        "/security")));
    }

    /** Said as done where there was none any more: that is what was wanted. */
    @PostMapping("/password/removal")
    Reply remove(VisibleChart chart) {
        passwords.remove(chart);
        return Reply.redirect("/security").done(say("Your password is removed"));
    }
}
