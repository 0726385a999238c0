package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.settings.LogoId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows staff a logo that patients may not see yet. */
@Controller
@OnHost(Host.STAFF)
class DraftLogoController {

    private final PortalSetup setup;

    DraftLogoController(PortalSetup setup) {
        this.setup = setup;
    }

    @GetMapping("/o/{organisation}/settings/portal/logo/{id:[0-9a-f]{32}}.png")
    @Needs(Permission.CHANGE_SETTINGS)
    ResponseEntity<byte[]> logo(@PathVariable String id) {
        byte[] png = setup.logo(new LogoId(id)).orElseThrow(NoSuchPageException::new);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png);
    }
}
