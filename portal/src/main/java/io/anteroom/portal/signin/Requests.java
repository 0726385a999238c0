package io.anteroom.portal.signin;

import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.webkit.security.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** What signing in takes from a request. */
public final class Requests {

    /** How long a browser holds what binds it to its codes; the clinic forgets it after the same time. */
    public static final Duration REMEMBERED = Duration.ofMinutes(30);

    private Requests() {}

    /** Who asks, by what the request and its cookies say. */
    public static AskedFrom from(HttpServletRequest request, PortalCookies cookies) {
        return new AskedFrom(
                request.getServerName(),
                ClientNetwork.address(request),
                cookies.signIn(request).orElse(null));
    }

    /** What the browser calls itself, in words people know. */
    static String device(HttpServletRequest request) {
        return Device.of(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
