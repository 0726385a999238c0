package io.anteroom.controlplane.fleet;

import gg.jte.Content;
import io.anteroom.controlplane.operator.OperatorSection;
import io.anteroom.controlplane.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the queue, the platform's mail and the spare schemas. */
@OnHost(Host.OPERATORS)
@Controller
class JobsController {

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/work")
    Content show() {
        return new StaticTemplates()
                .fleetJobs(
                        OperatorSection.WORK.page("Jobs and mail"),
                        jobs.summary(),
                        jobs.dead(),
                        jobs.failing(),
                        jobs.unsentMail());
    }
}
