package io.anteroom.controlplane.signup;

import gg.jte.models.runtime.JteModel;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that anybody may read: what Anteroom is, and on what terms. */
@OnHost(Host.PLATFORM)
@Controller
class FrontController {

    private final Templates templates;
    private final SignUpSettings settings;

    FrontController(Templates templates, SignUpSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    @GetMapping("/")
    JteModel front() {
        return templates.signupFront();
    }

    @GetMapping("/terms")
    JteModel terms() {
        return templates.signupTerms(Terms.VERSION, settings.operator(), settings.contact());
    }

    @GetMapping("/privacy")
    JteModel privacy() {
        return templates.signupPrivacy(settings.operator(), settings.contact());
    }
}
