package io.anteroom.webkit.keycloak;

import io.anteroom.tenancy.Observing;
import io.anteroom.webkit.host.Host;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * {@code anteroom.signin.keycloak} counts those who come back from Keycloak, by front door and by what came of it. A reason
 * that is none of ours is {@code other}: whoever writes the address could name any.
 */
public final class KeycloakSignInMetrics {

    private static final Set<String> REASONS = Set.of(
            "access_denied",
            "authorization_request_not_found",
            "invalid_state_parameter",
            "invalid_id_token",
            "invalid_token_response",
            "temporarily_unavailable");

    private final MeterRegistry registry;
    private final Observing observing;

    KeycloakSignInMetrics(MeterRegistry registry, Observing observing) {
        this.registry = registry;
        this.observing = observing;
    }

    /** Measures what Keycloak is asked for while somebody comes back from it. */
    ClientHttpRequestInterceptor calls(String what) {
        return (request, body, next) -> observing.outside("keycloak", what, () -> next.execute(request, body));
    }

    void signedIn(Host door) {
        count(door, "signed_in");
    }

    void refused(Host door, AuthenticationException why) {
        String reason = why instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "other";
        count(door, REASONS.contains(reason) ? reason : "other");
    }

    private void count(Host door, String outcome) {
        registry.counter("anteroom.signin.keycloak", "door", door.name().toLowerCase(Locale.ROOT), "outcome", outcome)
                .increment();
    }
}
