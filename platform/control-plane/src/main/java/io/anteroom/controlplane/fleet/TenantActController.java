package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.Operator;
import io.anteroom.controlplane.operator.OperatorSection;
import io.anteroom.controlplane.operator.ReasonForm;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks about an act on a tenant, and does it with a reason. */
@OnHost(Host.OPERATORS)
@Controller
class TenantActController {

    private final TenantDetails details;
    private final TenantActs acts;

    TenantActController(TenantDetails details, TenantActs acts) {
        this.details = details;
        this.acts = acts;
    }

    @GetMapping("/tenants/{ref}/{act}")
    Reply ask(@PathVariable String ref, @PathVariable String act) {
        var tenant = tenant(ref);
        var wanted = act(act);
        return wanted.fits(tenant) ? Reply.page(form(tenant, wanted).page(OperatorSection.TENANTS)) : tooLate(tenant);
    }

    @PostMapping("/tenants/{ref}/{act}")
    Reply act(
            @PathVariable String ref,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            Operator operator) {
        var tenant = tenant(ref);
        var wanted = act(act);
        var form = form(tenant, wanted).typed(reason);
        if (form.errors().any()) {
            return Reply.invalid(form.page(OperatorSection.TENANTS));
        }
        return acts.act(wanted, tenant.row(), operator, form.reason())
                ? Reply.redirect(tenant.url()).done(tenant.row().name() + ": " + wanted.done())
                : tooLate(tenant);
    }

    private static ReasonForm form(TenantView tenant, TenantAct act) {
        return ReasonForm.of(
                act.question(tenant.row().name()),
                act.consequences(),
                act.verb(),
                act.takesAway(),
                tenant.url(act),
                tenant.url());
    }

    private static Reply tooLate(TenantView tenant) {
        return Reply.redirect(tenant.url()).refused("That does not fit any more. This is how it stands now.");
    }

    private TenantView tenant(String ref) {
        return details.of(ref).orElseThrow(NoSuchPageException::new);
    }

    private static TenantAct act(String key) {
        return TenantAct.of(key).orElseThrow(NoSuchPageException::new);
    }
}
