package io.anteroom.tenantadmin.signin;

import io.anteroom.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** An owner of one clinic as they are after signing in, without a Keycloak. */
public final class SignedInOwner {

    private SignedInOwner() {}

    /** What their session holds. */
    public static SecurityContext of(TenantId tenant, Instant now) {
        OidcIdToken token = new OidcIdToken(
                "token",
                now,
                now.plusSeconds(3600),
                Map.of(
                        "sub",
                        "owner-of-" + tenant,
                        "name",
                        "Olive Owner",
                        "email",
                        "olive@clinic.example",
                        "organization",
                        Map.of(tenant.value(), Map.of("groups", List.of("/owner")))));
        return new SecurityContextImpl(
                new OAuth2AuthenticationToken(new SignedInStaff(token, now), List.of(), "keycloak"));
    }
}
