package io.anteroom.tenantadmin.signin;

import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * Somebody Keycloak has signed in, with what it said then. Their organisations are read from the claim
 * {@code "organization": {"<tenant id>": {"groups": ["/owner"]}}}; the alias of an organisation is the tenant's id.
 */
final class SignedInStaff extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final Instant saidAt;

    SignedInStaff(OidcIdToken token, Instant saidAt) {
        super(List.of(), token);
        this.saidAt = saidAt;
    }

    /** When Keycloak said all this. */
    Instant saidAt() {
        return saidAt;
    }

    /** The person's name, or the address of somebody who has given none. */
    String displayName() {
        return Optional.ofNullable(getFullName())
                .filter(name -> !name.isBlank())
                .orElseGet(this::address);
    }

    private String address() {
        return Objects.requireNonNullElse(getEmail(), "");
    }

    /** The tenants they belong to. */
    Set<TenantId> organisations() {
        return claim().keySet().stream()
                .map(SignedInStaff::tenantId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Who they are at this clinic; nothing if they don't belong to it. */
    Optional<StaffMember> at(TenantId tenant) {
        return Optional.ofNullable(claim().get(tenant.value()))
                .map(organisation -> new StaffMember(getName(), displayName(), address(), roles(organisation)));
    }

    private static Set<StaffRole> roles(Object organisation) {
        return organisation instanceof Map<?, ?> said && said.get("groups") instanceof Collection<?> groups
                ? groups.stream()
                        .map(group -> group.toString().replaceFirst("^/", ""))
                        .map(StaffRole::ofCode)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Map<String, Object> claim() {
        return getClaim("organization") instanceof Map<?, ?>
                ? Objects.requireNonNull(getIdToken().getClaimAsMap("organization"))
                : Map.of();
    }

    private static Optional<TenantId> tenantId(String alias) {
        try {
            return Optional.of(new TenantId(alias));
        } catch (IllegalArgumentException anotherKindOfOrganisation) {
            return Optional.empty();
        }
    }
}
