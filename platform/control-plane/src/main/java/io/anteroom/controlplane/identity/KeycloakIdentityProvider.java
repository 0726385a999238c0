package io.anteroom.controlplane.identity;

import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.TenantId;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.OrganizationGroupsResource;
import org.keycloak.admin.client.resource.OrganizationsResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Keycloak. Whatever should exist is looked for first and made if it is missing, and a conflict means that someone was
 * faster: then it is looked for once more. So a call whose outcome is unknown (a time-out) is simply made again.
 */
public class KeycloakIdentityProvider implements IdentityProvider {

    /** The attribute under which an organisation is found: aliases cannot be searched for. */
    static final String TENANT_ATTRIBUTE = "tenant";

    private static final int ATTEMPTS = 2;
    private static final int MANY = 100;

    private final KeycloakConnection keycloak;
    private final Observing observing;

    /**
     * @param keycloak the connection of the platform's own account
     */
    public KeycloakIdentityProvider(KeycloakConnection keycloak, Observing observing) {
        this.keycloak = keycloak;
        this.observing = observing;
    }

    @Override
    public String organisation(TenantId tenant, Slug slug, String name) {
        return attempt("make the organisation", () -> {
            String id = findOrganisation(tenant).orElseGet(() -> createOrganisation(tenant, slug, name));
            createMissingGroups(realm().organizations().get(id).groups());
            return id;
        });
    }

    private Optional<String> findOrganisation(TenantId tenant) {
        return realm().organizations().searchByAttribute(TENANT_ATTRIBUTE + ":" + tenant.value(), 0, 1).stream()
                .findFirst()
                .map(OrganizationRepresentation::getId);
    }

    /** Names are unique in Keycloak and not in life: where one is taken, the slug tells the two apart. */
    private String createOrganisation(TenantId tenant, Slug slug, String name) {
        OrganizationsResource organisations = realm().organizations();
        for (String unique : new String[] {name, name + " (" + slug.value() + ")"}) {
            try (Response response = organisations.create(representation(tenant, slug, name, unique))) {
                if (created(response)) {
                    return idOf(response);
                }
            }
            Optional<String> madeMeanwhile = findOrganisation(tenant);
            if (madeMeanwhile.isPresent()) {
                return madeMeanwhile.get();
            }
        }
        throw new IdentityProviderException("Keycloak says the organisation exists and does not show it", null);
    }

    private static OrganizationRepresentation representation(
            TenantId tenant, Slug slug, String name, String uniqueName) {
        var organisation = new OrganizationRepresentation();
        organisation.setAlias(tenant.value());
        organisation.setName(uniqueName);
        organisation.setEnabled(true);
        organisation.singleAttribute(TENANT_ATTRIBUTE, tenant.value());
        organisation.singleAttribute("slug", slug.value());
        organisation.singleAttribute("name", name);
        return organisation;
    }

    private static void createMissingGroups(OrganizationGroupsResource groups) {
        Map<String, String> there = groups(groups);
        Arrays.stream(StaffRole.values())
                .map(StaffRole::group)
                .filter(group -> !there.containsKey(group))
                .forEach(group -> {
                    var representation = new GroupRepresentation();
                    representation.setName(group);
                    try (Response response = groups.addTopLevelGroup(representation)) {
                        created(response);
                    }
                });
    }

    /** The groups' ids by their names. */
    private static Map<String, String> groups(OrganizationGroupsResource groups) {
        return groups.getAll(null, null, null, 0, MANY, true, false).stream()
                .collect(Collectors.toMap(GroupRepresentation::getName, GroupRepresentation::getId));
    }

    @Override
    public String owner(String organisation, EmailAddress email, String name) {
        return attempt("make the owner", () -> {
            String user = findUser(email).orElseGet(() -> createUser(email, name));
            join(organisation, user);
            return user;
        });
    }

    private Optional<String> findUser(EmailAddress email) {
        return realm().users().searchByEmail(email.value(), true).stream()
                .findFirst()
                .map(UserRepresentation::getId);
    }

    private String createUser(EmailAddress email, String name) {
        var user = new UserRepresentation();
        int lastSpace = name.lastIndexOf(' ');
        user.setUsername(email.value());
        user.setEmail(email.value());
        user.setEmailVerified(true);
        user.setEnabled(true);
        user.setFirstName(lastSpace < 0 ? name : name.substring(0, lastSpace));
        user.setLastName(lastSpace < 0 ? "" : name.substring(lastSpace + 1));
        try (Response response = realm().users().create(user)) {
            if (created(response)) {
                return idOf(response);
            }
        }
        return findUser(email)
                .orElseThrow(() ->
                        new IdentityProviderException("Keycloak says the user exists and does not show them", null));
    }

    /** As an unmanaged member: removing a managed one would delete the user everywhere. */
    private void join(String organisation, String user) {
        var resource = realm().organizations().get(organisation);
        try (Response response = resource.members().addMember(user)) {
            created(response);
        }
        String owners = groups(resource.groups()).get(StaffRole.OWNER.group());
        if (owners == null) {
            throw new IdentityProviderException("The organisation has no group of owners", null);
        }
        try {
            resource.groups().group(owners).addMember(user);
        } catch (ClientErrorException refusal) {
            created(refusal.getResponse());
        }
    }

    @Override
    public Optional<URI> firstPasswordLink(String user, URI landing) {
        return attempt("make a link for a first password", () -> keycloak.firstPasswordLink(user, landing));
    }

    private RealmResource realm() {
        return keycloak.realm();
    }

    /** Whether it was made; if not, it was there already. */
    private static boolean created(Response response) {
        return switch (response.getStatus()) {
            case 200, 201, 204 -> true;
            case 409 -> false;
            default -> throw new WebApplicationException("Keycloak answered " + response.getStatus(), response);
        };
    }

    private static String idOf(Response response) {
        String path = response.getLocation().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
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
                throw new IdentityProviderException("Keycloak would not " + what, refusal);
            }
        }
    }
}
