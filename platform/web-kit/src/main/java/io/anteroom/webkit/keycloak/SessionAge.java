package io.anteroom.webkit.keycloak;

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

/** Ends a session that has lasted as long as one may, however busy. */
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
            if (isOver((Instant) session.getAttribute(BEGAN))) {
                session.invalidate();
                SecurityContextHolder.clearContext();
                response.sendRedirect("/");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(Instant began) {
        return began.plus(longest).isBefore(clock.instant());
    }

    private static boolean somebodyIsSignedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser;
    }
}
