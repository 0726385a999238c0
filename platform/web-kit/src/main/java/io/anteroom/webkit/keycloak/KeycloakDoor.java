package io.anteroom.webkit.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps a browser from being sent to a Keycloak that does not answer: it would show its own error there, and no way back. */
final class KeycloakDoor extends OncePerRequestFilter {

    private final KeycloakSignIn signIn;

    KeycloakDoor(KeycloakSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().equals(KeycloakSignIn.START) || !signIn.refusesWhileAway(request, response)) {
            chain.doFilter(request, response);
        }
    }
}
