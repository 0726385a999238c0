package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of the realm differs between one local run and the next, and people to sign in as. In production an administrator
 * sets the same once, as {@code docs/keycloak.md} says.
 */
public final class RealmSetup {

    /** The realm of everybody who works at a clinic or for the platform. */
    public static final String REALM = "anteroom";

    /** The client of the clinic staff's web. */
    public static final String STAFF_CLIENT = "anteroom-staff";

    /** The client of the operators' web. */
    public static final String OPERATORS_CLIENT = "anteroom-operators";

    /** The service account that makes organisations and users. */
    public static final String PLATFORM_CLIENT = "anteroom-platform";

    private final AdminApi api;

    RealmSetup(AdminApi api) {
        this.api = api;
    }

    /** The client's secret, as Keycloak generated it. */
    public String secret(String clientId) throws IOException, InterruptedException {
        return client(clientId).get("secret").asString();
    }

    void renewSecrets() throws IOException, InterruptedException {
        for (var client : List.of(STAFF_CLIENT, OPERATORS_CLIENT, PLATFORM_CLIENT)) {
            api.post("/clients/" + client(client).get("id").asString() + "/client-secret", null);
        }
    }

    /**
     * Lets a client's users come back to these web applications after signing in and out, and to no others.
     *
     * @param applications addresses without path, as {@code http://app.localhost:8080}
     */
    public void applications(String clientId, URI... applications) throws IOException, InterruptedException {
        var client = client(clientId);
        var redirects = client.putArray("redirectUris");
        for (var application : applications) {
            redirects.add(application.resolve("/").toString());
            redirects.add(application.resolve("/login/oauth2/code/keycloak").toString());
        }
        var afterLogout = String.join(
                "##",
                List.of(applications).stream()
                        .map(application -> application.resolve("/signed-out").toString())
                        .toList());
        ((ObjectNode) client.get("attributes")).put("post.logout.redirect.uris", afterLogout);
        api.put("/clients/" + client.get("id").asString(), client);
    }

    /** Sends Keycloak's own mail, for a forgotten password, to an SMTP server on this machine. */
    public void mailServer(int port, String from) throws IOException, InterruptedException {
        api.put("", Map.of("smtpServer", Map.of("host", "127.0.0.1", "port", "" + port, "from", from)));
    }

    /**
     * Makes an organisation.
     *
     * @param alias never changes; the platform uses the tenant's id
     * @return Keycloak's id of it
     */
    public String organisation(String alias, String name) throws IOException, InterruptedException {
        return api.post("/organizations", Map.of("alias", alias, "name", name));
    }

    /** Keycloak's id of the organisation of this alias. */
    public String organisationId(String alias) throws IOException, InterruptedException {
        for (var organisation : api.get("/organizations?max=1000")) {
            if (organisation.get("alias").asString().equals(alias)) {
                return organisation.get("id").asString();
            }
        }
        throw new IllegalArgumentException("No organisation " + alias);
    }

    /**
     * Makes a user who has a password.
     *
     * @return Keycloak's id of the user
     */
    public String user(String email, String givenName, String familyName, String password)
            throws IOException, InterruptedException {
        return api.post(
                "/users",
                Map.of(
                        "username", email,
                        "email", email,
                        "emailVerified", true,
                        "firstName", givenName,
                        "lastName", familyName,
                        "enabled", true,
                        "credentials", List.of(Map.of("type", "password", "value", password))));
    }

    /** Keycloak's id of the user with this address. */
    public Optional<String> userId(String email) throws IOException, InterruptedException {
        var found = api.get("/users?exact=true&email=" + URLEncoder.encode(email, StandardCharsets.UTF_8));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(0).get("id").asString());
    }

    /** Gives a user another password. */
    public void password(String user, String password) throws IOException, InterruptedException {
        api.put("/users/" + user + "/reset-password", Map.of("type", "password", "value", password));
    }

    /** Makes a user a member of an organisation, and of its group of this name, made if it is missing. */
    public void member(String organisation, String user, String group) throws IOException, InterruptedException {
        var path = "/organizations/" + organisation;
        api.post(path + "/members", user);
        api.put(path + "/groups/" + group(path, group) + "/members/" + user, null);
    }

    /** Gives a user a role of the realm, as {@code operator}. */
    public void role(String user, String role) throws IOException, InterruptedException {
        api.post("/users/" + user + "/role-mappings/realm", List.of(api.get("/roles/" + role)));
    }

    private String group(String organisation, String name) throws IOException, InterruptedException {
        for (var group : api.get(organisation + "/groups")) {
            if (group.get("name").asString().equals(name)) {
                return group.get("id").asString();
            }
        }
        return api.post(organisation + "/groups", Map.of("name", name));
    }

    private ObjectNode client(String clientId) throws IOException, InterruptedException {
        return (ObjectNode) api.get("/clients?clientId=" + clientId).get(0);
    }
}
