package io.anteroom.controlplane.operator;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions on the operators' host, without going through Keycloak. */
public final class SignedInOperators {

    private SignedInOperators() {}

    /** The cookie of somebody who has these roles of the realm. */
    public static <S extends Session> Cookie withRoles(SessionRepository<S> sessions, Instant now, String... roles) {
        var token = new OidcIdToken(
                "token",
                now,
                now.plusSeconds(3600),
                Map.of("sub", "otto", "name", "Otto Operator", "roles", List.of(roles)));
        var person = new SignedInOperator(token, "operator", now);
        S session = sessions.createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(new OAuth2AuthenticationToken(person, person.getAuthorities(), "keycloak")));
        sessions.save(session);
        return new Cookie(
                "__Host-anteroom-operators-session",
                Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8)));
    }
}
