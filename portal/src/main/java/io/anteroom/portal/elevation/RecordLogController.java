package io.anteroom.portal.elevation;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.elevation.RecordLog;
import io.anteroom.clinic.access.elevation.RecordUses;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.AuditPosition;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who used the record of the patient acted for. */
@Controller
@OnHost(Host.PORTAL)
class RecordLogController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final RecordLog log;
    private final PortalPages pages;

    RecordLogController(RecordLog log, PortalPages pages) {
        this.log = log;
        this.pages = pages;
    }

    @GetMapping("/access/log")
    Content list(ElevatedChart chart, @RequestParam(defaultValue = "") String after) {
        return log.read(chart, AuditPosition.ofCode(after))
                .map(this::list)
                .orElseGet(() -> TEMPLATES.elevationNoLog(pages.page(say("Who used your record"))));
    }

    private Content list(RecordUses uses) {
        boolean own = uses.patient().relationship() == Relationship.SELF;
        var title = own
                ? say("Who used your record")
                : say(
                        "Who used the record of {patient}",
                        "patient",
                        uses.patient().name());
        var zone = CurrentTenant.get().zone();
        return TEMPLATES.elevationLog(
                pages.page(title),
                title,
                own,
                uses.uses().stream().map(use -> RecordUseRow.of(use, zone)).toList(),
                uses.next().map(AuditPosition::code).orElse(null));
    }
}
