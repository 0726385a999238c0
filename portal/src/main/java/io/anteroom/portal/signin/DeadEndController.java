package io.anteroom.portal.signin;

import io.anteroom.portal.session.PortalCookies;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a right code leads that lets nobody in. */
@Controller
@OnHost(Host.PORTAL)
class DeadEndController {

    private final DeadEnds deadEnds;
    private final PortalCookies cookies;

    DeadEndController(DeadEnds deadEnds, PortalCookies cookies) {
        this.deadEnds = deadEnds;
        this.cookies = cookies;
    }

    /** Where a code was right and the invitation, or another link, had ended meanwhile. */
    @GetMapping("/sign-in/link-ended")
    Reply ended() {
        return deadEnds.ended();
    }

    /** Where a code was right, and the address is of an account that what it was entered for may not touch. */
    @GetMapping("/sign-in/address-taken")
    Reply addressTaken(HttpServletRequest request) {
        return deadEnds.addressTaken(cookies.booking(request).isPresent());
    }
}
