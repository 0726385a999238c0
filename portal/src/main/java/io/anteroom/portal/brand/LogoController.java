package io.anteroom.portal.brand;

import io.anteroom.clinic.settings.LogoId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives out the clinic's logo, to its pages and its mails. */
@Controller
@OnHost(Host.PORTAL)
class LogoController {

    private final PortalSetup setup;

    LogoController(PortalSetup setup) {
        this.setup = setup;
    }

    /** Mail programs fetch it from elsewhere, hence the policy that lets other sites show it. */
    @GetMapping("/brand/logo/{id:[0-9a-f]{32}}.png")
    ResponseEntity<byte[]> logo(@PathVariable String id) {
        byte[] png = setup.logo(new LogoId(id)).orElseThrow(NoSuchPageException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(png);
    }
}
