package io.anteroom.keycloak;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.admin.resource.OrganizationResource;
import org.keycloak.organization.admin.resource.OrganizationsResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.UsersResource;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What a new clinic needs here, each in one call and one transaction: its organization with groups, and a member of it.
 * Whatever is there already is kept, whatever is missing is added; so either call may be made again at any time.
 *
 * <p>Everything is done by the resources of Keycloak's own admin API, which ask for the same rights, check the same things
 * and write the same admin events as when they are called one by one.
 */
public class Clinics {

    private static final int ALL = 1000;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator rights;
    private final AdminEventBuilder events;
    private final OrganizationProvider provider;

    Clinics(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator rights, AdminEventBuilder events) {
        this.session = session;
        this.realm = realm;
        this.rights = rights;
        this.events = events;
        this.provider = session.getProvider(OrganizationProvider.class);
    }

    /**
     * An organization to be there.
     *
     * @param alias by which it is known again
     * @param names for it to be made with the first that no other has
     * @param attributes for it to be made with
     * @param groups it has at least, by name
     */
    public record Organisation(
            @Nullable String alias,
            @Nullable List<String> names,
            @Nullable Map<String, List<String>> attributes,
            @Nullable List<String> groups) {}

    /**
     * A member to be there.
     *
     * @param email by which a user is known again; one who is there keeps names and password
     * @param firstName of a user to be made
     * @param lastName of a user to be made
     * @param groups of the organization they are in at least, by name
     */
    public record Member(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable List<String> groups) {}

    /**
     * Makes sure of an organization. 200 with {@code {"id": "..."}}; 400 without alias, name or groups; 403 without the
     * role {@code manage-organizations}; 409 if all its names are taken, or somebody makes it at this moment.
     */
    @POST
    @Path("organisations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> organisation(Organisation wanted) {
        rights.orgs().requireManage();
        String alias = required(wanted.alias());
        List<String> names = required(wanted.names());
        List<String> groups = required(wanted.groups());
        var there = provider.getByAlias(alias);
        String id = there == null ? create(alias, names, wanted.attributes()) : there.getId();
        addMissing(groups, there == null ? Set.of() : groups(there).keySet(), resource(id));
        return Map.of("id", id);
    }

    private String create(String alias, List<String> names, @Nullable Map<String, List<String>> attributes) {
        var organisation = new OrganizationRepresentation();
        organisation.setAlias(alias);
        organisation.setName(firstFree(names));
        organisation.setEnabled(true);
        organisation.setAttributes(attributes);
        organisations().create(organisation).close();
        return organisation.getId();
    }

    /** A look, since a refusal, even one that is caught, ends the transaction. */
    private String firstFree(List<String> names) {
        return names.stream()
                .filter(name ->
                        provider.getAllStream(name, true, 0, ALL).noneMatch(other -> name.equals(other.getName())))
                .findFirst()
                .orElseThrow(() -> ErrorResponse.error("All names are taken", Status.CONFLICT));
    }

    private static void addMissing(List<String> wanted, Set<String> there, OrganizationResource organisation) {
        wanted.stream().filter(name -> !there.contains(name)).forEach(name -> {
            var group = new GroupRepresentation();
            group.setName(name);
            organisation.groups().addTopLevelGroup(group).close();
        });
    }

    /**
     * Makes sure of a user and that they are an unmanaged member of the organization and its groups. 200 with
     * {@code {"id": "..."}}, the user's; 400 without email or groups, for a group that isn't there, or what the user profile
     * refuses; 403 without the roles {@code manage-organizations} and {@code manage-users}; 404 for an unknown organization;
     * 409 if the user name is another's, or somebody makes the user at this moment.
     */
    @POST
    @Path("organisations/{id}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> member(@PathParam("id") String id, Member wanted) {
        rights.orgs().requireManage();
        rights.users().requireManage();
        String email = required(wanted.email());
        List<String> groups = required(wanted.groups());
        var organisation = resource(id);
        var user = user(email, wanted);
        join(organisation, provider.getById(id), user, groups);
        return Map.of("id", user.getId());
    }

    private UserModel user(String email, Member wanted) {
        var there = session.users().getUserByEmail(realm, email);
        if (there != null) {
            rights.users().requireManage(there);
            return there;
        }
        var user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setEnabled(true);
        user.setFirstName(wanted.firstName());
        user.setLastName(wanted.lastName());
        new UsersResource(session, rights, events).createUser(user).close();
        return session.users().getUserByEmail(realm, email);
    }

    private void join(
            OrganizationResource resource, OrganizationModel organisation, UserModel user, List<String> wanted) {
        if (!provider.isMember(organisation, user)) {
            resource.members().addMember(user.getId()).close();
        }
        var there = groups(organisation);
        for (String name : wanted) {
            var group = there.get(name);
            if (group == null) {
                throw ErrorResponse.error("No group " + name, Status.BAD_REQUEST);
            }
            if (!user.isMemberOf(group)) {
                resource.groups().getGroupById(group.getId()).joinGroup(user.getId());
            }
        }
    }

    private Map<String, GroupModel> groups(OrganizationModel organisation) {
        return provider.getTopLevelGroups(organisation, 0, ALL)
                .collect(Collectors.toMap(GroupModel::getName, group -> group));
    }

    private OrganizationsResource organisations() {
        return new OrganizationsResource(session, rights, events);
    }

    private OrganizationResource resource(String id) {
        return organisations().get(id);
    }

    private static <T> T required(@Nullable T given) {
        if (given == null) {
            throw ErrorResponse.error("Something is missing", Status.BAD_REQUEST);
        }
        return given;
    }
}
