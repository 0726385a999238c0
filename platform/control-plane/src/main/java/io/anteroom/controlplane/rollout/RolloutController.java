package io.anteroom.controlplane.rollout;

import gg.jte.Content;
import io.anteroom.controlplane.operator.OperatorSection;
import io.anteroom.controlplane.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the schemas and their versions. */
@OnHost(Host.OPERATORS)
@Controller
class RolloutController {

    private final Rollouts rollouts;

    RolloutController(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @GetMapping("/schemas")
    Content show() {
        return new StaticTemplates()
                .rolloutSchemas(
                        OperatorSection.SCHEMAS.page("Schemas"),
                        rollouts.latest().orElse(null),
                        rollouts.behind());
    }
}
