package io.anteroom.controlplane.identity;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/** The connection of the platform's own account, with time-outs. It fetches and renews its token by itself. */
public class KeycloakConnection implements AutoCloseable {

    private final IdentitySettings settings;
    private final Client http;
    private final Keycloak keycloak;

    /** Connects at the first call, not now. */
    public KeycloakConnection(IdentitySettings settings) {
        this.settings = settings;
        this.http = ClientBuilder.newBuilder()
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .register(JacksonProvider.class)
                .build();
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(settings.url().toString())
                .realm(settings.realm())
                .grantType("client_credentials")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .resteasyClient(http)
                .build();
    }

    RealmResource realm() {
        return keycloak.realm(settings.realm());
    }

    /**
     * Asks our own extension in Keycloak to make sure of something, see docs/keycloak.md.
     *
     * @return Keycloak's id of what is there now
     */
    String sureOf(String path, Map<String, ?> wanted) {
        try (Response response = post("admin/realms/{realm}/anteroom/" + path, wanted)) {
            return String.valueOf(checked(response).readEntity(Map.class).get("id"));
        }
    }

    /** Asks our own extension in Keycloak, see docs/keycloak.md. Nothing if the user has a password. */
    Optional<URI> firstPasswordLink(String user, URI landing) {
        var wanted = Map.of("userId", user, "clientId", settings.staffClientId(), "redirectUri", landing.toString());
        try (Response response = post("realms/{realm}/anteroom/password-links", wanted)) {
            return response.getStatus() == Response.Status.CONFLICT.getStatusCode()
                    ? Optional.empty()
                    : Optional.of(URI.create(String.valueOf(
                            checked(response).readEntity(Map.class).get("link"))));
        }
    }

    private Response post(String path, Map<String, ?> content) {
        return http.target(settings.url())
                .path(path)
                .resolveTemplate("realm", settings.realm())
                .request(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + keycloak.tokenManager().getAccessTokenString())
                .post(Entity.json(content));
    }

    private static Response checked(Response response) {
        if (response.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
            return response;
        }
        String what = "Keycloak answered " + response.getStatus();
        throw response.getStatus() >= 500
                ? new ServerErrorException(what, response)
                : new ClientErrorException(what, response);
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
