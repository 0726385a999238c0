package io.anteroom.controlplane.operator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * Somebody Keycloak has signed in on the operators' host, with the realm's roles it named then: the claim
 * {@code "roles": ["operator"]}. Most people of the realm are staff of clinics and have none of them.
 */
final class SignedInOperator extends DefaultOidcUser {

    /** The authority of who has the operators' role. */
    static final String AUTHORITY = "operator";

    private static final long serialVersionUID = 1L;

    private final Instant saidAt;

    SignedInOperator(OidcIdToken token, String role, Instant saidAt) {
        super(authorities(token, role), token);
        this.saidAt = saidAt;
    }

    /** When Keycloak said all this. */
    Instant saidAt() {
        return saidAt;
    }

    boolean isOperator() {
        return getAuthorities().stream().anyMatch(authority -> AUTHORITY.equals(authority.getAuthority()));
    }

    Operator operator() {
        return new Operator(getName(), displayName());
    }

    String displayName() {
        return Optional.ofNullable(getFullName())
                .filter(name -> !name.isBlank())
                .orElseGet(() -> Objects.requireNonNullElse(getEmail(), "unnamed"));
    }

    private static List<GrantedAuthority> authorities(OidcIdToken token, String role) {
        return token.getClaim("roles") instanceof Collection<?> roles && roles.contains(role)
                ? AuthorityUtils.createAuthorityList(AUTHORITY)
                : List.of();
    }
}
