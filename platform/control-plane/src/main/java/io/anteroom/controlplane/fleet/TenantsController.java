package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.OperatorSection;
import io.anteroom.controlplane.templates.StaticTemplates;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tenants, and each one's page. */
@OnHost(Host.OPERATORS)
@Controller
class TenantsController {

    private final Tenants tenants;
    private final TenantDetails details;

    TenantsController(Tenants tenants, TenantDetails details) {
        this.tenants = tenants;
        this.details = details;
    }

    @GetMapping("/tenants")
    Reply list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") long page,
            HttpServletRequest request) {
        var query = TenantQuery.read(q, state, sort, page);
        var view = new TenantListView(query, tenants.page(query));
        if (view.isBehindTheLast()) {
            return Reply.redirect(view.first());
        }
        return Reply.page(
                Htmx.wantsFragment(request)
                        ? new StaticTemplates().fleetRows(view)
                        : new StaticTemplates().fleetTenants(OperatorSection.TENANTS.page("Tenants"), view));
    }

    @GetMapping("/tenants/{ref}")
    Reply show(@PathVariable String ref) {
        var tenant = details.of(ref).orElseThrow(NoSuchPageException::new);
        return Reply.page(new StaticTemplates()
                .fleetTenant(OperatorSection.TENANTS.page(tenant.row().name()), tenant));
    }
}
