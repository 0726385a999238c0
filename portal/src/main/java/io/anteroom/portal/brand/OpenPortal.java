package io.anteroom.portal.brand;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.settings.PublishedPortal;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.problem.Problem;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every page of a portal: a portal that is off shows only that it is, and a section that is off does not
 * exist. Logo and privacy text stay, since mails lead there, as does where staff begin and end a preview of a portal that
 * is yet to be opened; and so do a payment and its receipt without their section, since someone may be on the card page when
 * it is switched off, and a receipt is theirs to keep.
 */
@Component
class OpenPortal implements HandlerInterceptor {

    private final Hosts hosts;
    private final PublishedPortals portals;
    private final ProblemPages problems;

    OpenPortal(Hosts hosts, PublishedPortals portals, ProblemPages problems) {
        this.hosts = hosts;
        this.portals = portals;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (hosts.of(request) != Host.PORTAL || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        String path = request.getRequestURI();
        PublishedPortal portal = portals.current();
        boolean open = path.startsWith("/brand/") || path.startsWith("/preview/") || path.equals("/privacy");
        if (!portal.on() && !open) {
            problems.closed(request, response, closed(portal));
            return false;
        }
        boolean off = (isIn(path, "/invoices") && !portal.offers(Section.INVOICES))
                || (isIn(path, "/payment-methods") && !portal.offers(Section.PAYMENT_METHODS));
        if (off) {
            // Written and not thrown: nobody handles what an interceptor throws at a preflight request.
            problems.write(request, response, HttpStatus.NOT_FOUND);
            return false;
        }
        return true;
    }

    private static Problem closed(PublishedPortal portal) {
        return new Problem(
                HttpStatus.FORBIDDEN,
                say("The portal isn’t open at the moment"),
                say(
                        "To book, pay or ask something, please call or write to {clinic} as usual.",
                        "clinic",
                        portal.design().name()));
    }

    private static boolean isIn(String path, String section) {
        return path.equals(section) || path.startsWith(section + "/");
    }
}
