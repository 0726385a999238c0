package io.anteroom.controlplane.operator;

import gg.jte.Content;
import io.anteroom.controlplane.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the operators' log, the newest first. */
@OnHost(Host.OPERATORS)
@Controller
class OperatorLogController {

    private final OperatorLog log;

    OperatorLogController(OperatorLog log) {
        this.log = log;
    }

    @GetMapping("/log")
    Content log(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var entries = log.before(before);
        boolean more = entries.size() > OperatorLog.PAGE;
        var shown = more ? entries.subList(0, OperatorLog.PAGE) : entries;
        return new StaticTemplates()
                .operatorLog(
                        OperatorSection.LOG.page("Operators’ log"),
                        shown,
                        more ? "/log?before=" + shown.getLast().number() : null);
    }
}
