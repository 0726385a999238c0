package io.anteroom.webkit.keycloak;

import io.anteroom.webkit.SessionEnding;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that has lasted as long as one may, however busy. Its pages warn before it does, and before it was idle for too
 * long.
 */
final class SessionAge extends OncePerRequestFilter {

    private static final String BEGAN = "began";

    private final Duration longest;
    private final Clock clock;

    SessionAge(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && somebodyIsSignedIn()) {
            if (session.getAttribute(BEGAN) == null) {
                session.setAttribute(BEGAN, clock.instant());
            }
            var end = ((Instant) session.getAttribute(BEGAN)).plus(longest);
            if (end.isBefore(clock.instant())) {
                session.invalidate();
                SecurityContextHolder.clearContext();
                response.sendRedirect("/");
                return;
            }
            var idle = clock.instant().plusSeconds(session.getMaxInactiveInterval());
            SessionEnding.atWork(request, idle.isBefore(end) ? idle : end);
        }
        chain.doFilter(request, response);
    }

    private static boolean somebodyIsSignedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser;
    }
}
