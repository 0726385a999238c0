package io.anteroom.portal.recovery;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.recovery.RecoveryCode;
import io.anteroom.clinic.access.recovery.RecoveryCodes;
import io.anteroom.clinic.access.recovery.RecoveryMade;
import io.anteroom.language.Words;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.session.ChangesWaysIn;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.portal.templates.Templates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Making codes to print. The answer to the form shows them, and nothing else ever does: they are stored as hashes alone. So
 * there is no page to come back to, and a form sent twice says that they were shown.
 */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@ChangesWaysIn
class NewRecoveryCodesController {

    private static final Templates TEMPLATES = new StaticTemplates();
    private final RecoveryCodes codes;
    private final PortalPages pages;
    private final Links links;
    private final Clock clock;

    NewRecoveryCodesController(RecoveryCodes codes, PortalPages pages, Links links, Clock clock) {
        this.codes = codes;
        this.pages = pages;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/recovery-codes/new")
    Content form(ElevatedChart chart) {
        return TEMPLATES.recoveryNew(
                pages.page(say("Print recovery codes")), codes.of(chart.chart()).orElse(null));
    }

    @PostMapping("/recovery-codes")
    Reply make(ElevatedChart chart, @RequestParam(defaultValue = "0") long instead) {
        return switch (codes.make(chart, instead)) {
            case RecoveryMade.Sheet(var made) -> {
                var tenant = CurrentTenant.get();
                yield Reply.page(TEMPLATES.recoverySheet(
                        pages.page(say("Your recovery codes")),
                        made.stream().map(RecoveryCode::printed).toList(),
                        links.portalHost(tenant.slug()),
                        Words.current()
                                .day(clock.instant().atZone(tenant.zone()).toLocalDate())));
            }
            case RecoveryMade.MadeMeanwhile() ->
                Reply.redirect("/security")
                        .refused(say(
                                "These codes were shown once and can’t be shown again. If you haven’t got them on paper,"
                                        + " make new ones"));
        };
    }
}
