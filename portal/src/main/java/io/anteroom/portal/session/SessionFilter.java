package io.anteroom.portal.session;

import io.anteroom.clinic.access.Sessions;
import io.anteroom.clinic.access.Viewer;
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
 * Finds out by its cookie who a request is of. The token is looked up at the clinic whose host was asked, and nowhere
 * else, so another clinic's cookie is nobody's.
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
        cookies.session(request).flatMap(sessions::viewer).ifPresent(viewer -> enter(viewer, request, response));
        chain.doFilter(request, response);
    }

    /** Kept with the request too, or Spring Security takes each for a fresh sign-in and changes the CSRF token. */
    private void enter(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PortalAuthentication(viewer));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        SessionEnding.at(request, viewer.until());
    }

    /** Who {@code SecurityContextHolder} says is signed in. */
    static Optional<Viewer> viewer() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PortalAuthentication signedIn
                ? Optional.of(signedIn.getPrincipal())
                : Optional.empty();
    }
}
