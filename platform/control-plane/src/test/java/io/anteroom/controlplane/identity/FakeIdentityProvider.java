package io.anteroom.controlplane.identity;

import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.tenancy.TenantId;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the port's promise in memory: the same arguments, the same outcome. */
public class FakeIdentityProvider implements IdentityProvider {

    private final Map<TenantId, String> organisations = new ConcurrentHashMap<>();
    private final Map<EmailAddress, String> users = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> owners = new ConcurrentHashMap<>();
    private final Set<String> withPassword = ConcurrentHashMap.newKeySet();
    private volatile @Nullable RuntimeException fault;

    /** Every call fails with {@code fault} from now on; with null none does. */
    public void failWith(@Nullable RuntimeException fault) {
        this.fault = fault;
    }

    /** As if nothing had ever been asked. */
    public void forgetAll() {
        failWith(null);
        organisations.clear();
        users.clear();
        owners.clear();
        withPassword.clear();
    }

    /** The user has set a password. */
    public void setPassword(String user) {
        withPassword.add(user);
    }

    /** How many organisations there are. */
    public int organisations() {
        return organisations.size();
    }

    /** The owners of a tenant's organisation. */
    public Set<String> ownersOf(TenantId tenant) {
        return Set.copyOf(owners.getOrDefault(organisations.getOrDefault(tenant, ""), Set.of()));
    }

    @Override
    public String organisation(TenantId tenant, Slug slug, String name) {
        failIfTold();
        return organisations.computeIfAbsent(tenant, asked -> "organisation-" + asked);
    }

    @Override
    public String owner(String organisation, EmailAddress email, String name) {
        failIfTold();
        String user = users.computeIfAbsent(email, asked -> "user-" + asked.value());
        owners.computeIfAbsent(organisation, asked -> new HashSet<>()).add(user);
        return user;
    }

    @Override
    public Optional<URI> firstPasswordLink(String user, URI landing) {
        failIfTold();
        return withPassword.contains(user)
                ? Optional.empty()
                : Optional.of(URI.create("https://keycloak.example.org/first-password?user=" + user.hashCode()));
    }

    private void failIfTold() {
        RuntimeException told = fault;
        if (told != null) {
            throw told;
        }
    }
}
