package io.anteroom.controlplane.signup;

import gg.jte.models.runtime.JteModel;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page on which one watches the portal being made, step by step. */
@OnHost(Host.PLATFORM)
@Controller
@RequestMapping("/signup/{page:[A-Za-z0-9_-]{43}}")
class ProgressController {

    private final SignUps signUps;
    private final Provisioning provisioning;
    private final ProgressEvents events;
    private final Links links;
    private final Templates templates;
    private final Clock clock;

    ProgressController(
            SignUps signUps,
            Provisioning provisioning,
            ProgressEvents events,
            Links links,
            Templates templates,
            Clock clock) {
        this.signUps = signUps;
        this.provisioning = provisioning;
        this.events = events;
        this.links = links;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/progress")
    Reply progress(@PathVariable String page) {
        SignUp signUp = signUp(page);
        return signUp.confirmed()
                ? Reply.page(templates.signupProgress(model(page, signUp)))
                : Reply.redirect("/signup/" + page + "/sent");
    }

    /** The steps alone, each time something has changed. */
    @GetMapping("/steps")
    JteModel steps(@PathVariable String page) {
        return templates.signupSteps(model(page, signUp(page)));
    }

    /** Tells the page when to fetch the steps. */
    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String page) {
        return events.follow(signUp(page).id());
    }

    private SignUp signUp(String page) {
        return signUps.byPage(new LinkToken(page)).orElseThrow(NoSuchPageException::new);
    }

    private ProgressPage model(String page, SignUp signUp) {
        var wanted = signUp.organisation();
        String slug = wanted.slug().value();
        return new ProgressPage(
                page,
                provisioning.progress(signUp.id()).orElseThrow(NoSuchPageException::new),
                wanted.owner().email().value(),
                links.portal(slug, "/"),
                links.staff(slug, "/"),
                clock);
    }
}
