package io.anteroom.tenantadmin.signin;

import gg.jte.Content;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantState;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What staff see outside any organisation: which they belong to, and that they are signed out. */
@Controller
@OnHost(Host.STAFF)
class OrganisationsController {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final TenantDirectory tenants;

    OrganisationsController(TenantDirectory tenants) {
        this.tenants = tenants;
    }

    /** Straight into the only organisation of those who have one. */
    @GetMapping("/")
    Reply start() {
        var organisations = organisations();
        return Reply.redirect(
                organisations.size() == 1 ? "/o/" + organisations.getFirst().slug() : "/organisations");
    }

    @GetMapping("/organisations")
    Content choose() {
        return TEMPLATES.signinOrganisations(organisations(), person().displayName());
    }

    @GetMapping("/signed-out")
    Content signedOut() {
        return TEMPLATES.signinSignedOut();
    }

    private List<Tenant> organisations() {
        return person().organisations().stream()
                .map(tenants::byId)
                .flatMap(Optional::stream)
                .filter(tenant -> tenant.state() == TenantState.ACTIVE || tenant.state() == TenantState.SUSPENDED)
                .sorted(Comparator.comparing(Tenant::name).thenComparing(Tenant::slug))
                .toList();
    }

    private static SignedInStaff person() {
        return StaffRequest.person().orElseThrow();
    }
}
