package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.PreviewToken;
import io.anteroom.clinic.access.session.Previews;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where staff come to the portal's host with the link of a preview, and where they leave. The link is the one GET of the portal
 * that changes something: it can't be a form, since it comes from another host, and no mail holds one.
 */
@Controller
@OnHost(Host.PORTAL)
class PreviewController {

    static final String ENDED = "/preview/ended";

    /**
     * Longer than a preview lasts, so that the browser of one that is over is told so: without the cookie it would go on as
     * whoever is signed in there.
     */
    private static final Duration HELD = Duration.ofDays(1);

    private final Previews previews;
    private final PortalCookies cookies;
    private final PortalPages pages;

    PreviewController(Previews previews, PortalCookies cookies, PortalPages pages) {
        this.previews = previews;
        this.cookies = cookies;
        this.pages = pages;
    }

    @GetMapping("/preview/{token:[A-Za-z0-9_-]{43}}")
    Reply begin(@PathVariable String token, HttpServletResponse response) {
        return previews.begin(new PreviewToken(token))
                .map(held -> {
                    cookies.previewing(response, held, HELD);
                    return Reply.redirect("/");
                })
                .orElseGet(() -> Reply.redirect(ENDED));
    }

    @PostMapping("/preview/end")
    Reply end(HttpServletRequest request, HttpServletResponse response) {
        cookies.preview(request).ifPresent(previews::end);
        cookies.previewed(response);
        return Reply.redirect(ENDED);
    }

    @GetMapping(ENDED)
    Reply ended() {
        return Reply.page(
                HttpStatus.GONE,
                new StaticTemplates().sessionPreviewEnded(pages.signedOut("Preview"))); // not read by patients
    }
}
