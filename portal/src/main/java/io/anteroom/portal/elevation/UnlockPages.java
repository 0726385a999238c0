package io.anteroom.portal.elevation;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.elevation.Elevation;
import io.anteroom.clinic.access.elevation.PendingUnlock;
import io.anteroom.clinic.access.passkey.PasskeyUnlock;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.passkey.PasskeyHost;
import io.anteroom.portal.signin.When;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The two pages of the check: one that says why and offers a code, and one that asks for it. */
@Component
class UnlockPages {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PortalPages pages;
    private final Elevation elevation;
    private final Authentication authentication;
    private final When when;
    private final PasskeyUnlock passkeys;
    private final PasskeyHost host;

    UnlockPages(
            PortalPages pages,
            Elevation elevation,
            Authentication authentication,
            When when,
            PasskeyUnlock passkeys,
            PasskeyHost host) {
        this.pages = pages;
        this.elevation = elevation;
        this.authentication = authentication;
        this.when = when;
        this.passkeys = passkeys;
        this.host = host;
    }

    /** Whichever of the two the session has come to. */
    Content current(VisibleChart chart, ReturnTo back, FormErrors errors) {
        return elevation
                .pending(chart)
                .map(pending -> code(pending, back, errors))
                .orElseGet(() -> offer(chart, back, errors));
    }

    private Content offer(VisibleChart chart, ReturnTo back, FormErrors errors) {
        var open = Optional.ofNullable(chart.viewer().elevatedUntil())
                .map(when::at)
                .orElse(null);
        return TEMPLATES.elevationOffer(
                pages.signedOut(say("Check it’s you")),
                elevation.address(chart).orElse(null),
                authentication.settings().elevation().toMinutes(),
                open,
                passkeys.offered(chart, host.current()),
                back,
                errors);
    }

    private Content code(PendingUnlock pending, ReturnTo back, FormErrors errors) {
        return TEMPLATES.elevationCode(
                pages.signedOut(say("Enter your code")), pending, when.inFuture(pending.resendAt()), back, errors);
    }

    /** Back to where the person was, now that records are open. */
    Reply open(ReturnTo back, Instant until) {
        return back.page()
                .<Reply>map(Reply::redirect)
                .orElseGet(() -> Reply.redirect("/")
                        .done(say("Clinical records are open until {time}", "time", when.at(until))));
    }
}
