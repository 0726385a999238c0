package io.anteroom.controlplane.identity;

import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.TenantId;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keycloak, through our extension of it: each method is one call, and over there one transaction that keeps what is there and
 * adds what is missing. So a call whose outcome is unknown (a time-out) is simply made again, and so is one that somebody
 * else's like it came in the way of.
 */
public class KeycloakIdentityProvider implements IdentityProvider {

    private static final int ATTEMPTS = 2;

    private static final List<String> GROUPS =
            Arrays.stream(StaffRole.values()).map(StaffRole::group).toList();

    private final KeycloakConnection keycloak;
    private final Observing observing;

    /**
     * @param keycloak the connection of the platform's own account
     */
    public KeycloakIdentityProvider(KeycloakConnection keycloak, Observing observing) {
        this.keycloak = keycloak;
        this.observing = observing;
    }

    /** Names are unique in Keycloak and not in life: where one is taken, the slug tells the two apart. */
    @Override
    public String organisation(TenantId tenant, Slug slug, String name) {
        var wanted = Map.of(
                "alias", tenant.value(),
                "names", List.of(name, name + " (" + slug.value() + ")"),
                "attributes",
                        Map.of(
                                "tenant", List.of(tenant.value()),
                                "slug", List.of(slug.value()),
                                "name", List.of(name)),
                "groups", GROUPS);
        return attempt("make the organisation", () -> keycloak.sureOf("organisations", wanted));
    }

    @Override
    public String owner(String organisation, EmailAddress email, String name) {
        int lastSpace = name.lastIndexOf(' ');
        var wanted = Map.of(
                "email",
                email.value(),
                "firstName",
                lastSpace < 0 ? name : name.substring(0, lastSpace),
                "lastName",
                lastSpace < 0 ? "" : name.substring(lastSpace + 1),
                "groups",
                List.of(StaffRole.OWNER.group()));
        return attempt("make the owner", () -> keycloak.sureOf("organisations/" + organisation + "/members", wanted));
    }

    @Override
    public Optional<URI> firstPasswordLink(String user, URI landing) {
        return attempt("make a link for a first password", () -> keycloak.firstPasswordLink(user, landing));
    }

    private <T> T attempt(String what, Supplier<T> work) {
        return observing.outside("keycloak", what, () -> attempted(what, work));
    }

    private static <T> T attempted(String what, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ProcessingException | ServerErrorException fault) {
                if (attempt == ATTEMPTS) {
                    throw new IdentityProviderException("Keycloak could not " + what, fault, true);
                }
            } catch (WebApplicationException refusal) {
                boolean somebodyWasFaster = refusal.getResponse().getStatus() == Status.CONFLICT.getStatusCode();
                if (attempt == ATTEMPTS || !somebodyWasFaster) {
                    throw new IdentityProviderException("Keycloak would not " + what, refusal);
                }
            }
        }
    }
}
