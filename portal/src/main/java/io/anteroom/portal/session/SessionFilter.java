package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.webkit.SessionEnding;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out by its cookie who a request is of, and what that person may see. The token is looked up at the clinic whose
 * host was asked, and nowhere else, so another clinic's cookie is nobody's. Where a preview is shown no session is looked for.
 */
final class SessionFilter extends OncePerRequestFilter {

    private final PortalCookies cookies;
    private final Sessions sessions;
    private final SecurityContextRepository contexts;

    SessionFilter(PortalCookies cookies, Sessions sessions, SecurityContextRepository contexts) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (chart().isEmpty()) {
            cookies.session(request).flatMap(sessions::chart).ifPresent(chart -> enter(chart, request, response));
        }
        chain.doFilter(request, response);
    }

    /** Kept with the request too, or Spring Security takes each for a fresh sign-in and changes the CSRF token. */
    private void enter(VisibleChart chart, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PortalAuthentication(chart));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        SessionEnding.at(request, chart.viewer().until());
    }

    /** What the one may see who {@code SecurityContextHolder} says is signed in. */
    static Optional<VisibleChart> chart() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PortalAuthentication signedIn
                ? Optional.of(signedIn.chart())
                : Optional.empty();
    }
}
