package io.anteroom.controlplane.operator;

import io.anteroom.webkit.keycloak.KeycloakSignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks Keycloak again, by way of the browser, whether somebody is an operator still, when a page is opened and what we
 * know is old. A form that is sent is not sent away, and so not while it is too old for that either.
 */
final class RoleFreshness extends OncePerRequestFilter {

    /** A form that was open for so long is refused; the page it is on asks Keycloak when loaded anew. */
    private static final int FOR_FORMS = 12;

    private final Duration roleAge;
    private final KeycloakSignIn keycloak;
    private final Clock clock;

    RoleFreshness(Duration roleAge, KeycloakSignIn keycloak, Clock clock) {
        this.roleAge = roleAge;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = OperatorRequest.person().orElse(null);
        boolean page = KeycloakSignIn.isPage(request);
        if (person != null
                && isOlder(person, page ? roleAge : roleAge.multipliedBy(FOR_FORMS))
                && keycloak.askAgain(request, response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isOlder(SignedInOperator person, Duration age) {
        return Duration.between(person.saidAt(), clock.instant()).compareTo(age) >= 0;
    }
}
