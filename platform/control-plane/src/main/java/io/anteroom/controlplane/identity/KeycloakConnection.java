package io.anteroom.controlplane.identity;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

    /** Asks our own extension in Keycloak, see docs/keycloak.md. Nothing if the user has a password. */
    Optional<URI> firstPasswordLink(String user, URI landing) {
        var wanted = Map.of("userId", user, "clientId", settings.staffClientId(), "redirectUri", landing.toString());
        try (Response response = http.target(settings.url())
                .path("realms/{realm}/anteroom/password-links")
                .resolveTemplate("realm", settings.realm())
                .request(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + keycloak.tokenManager().getAccessTokenString())
                .post(Entity.json(wanted))) {
            return switch (response.getStatus()) {
                case 201 ->
                    Optional.of(URI.create(
                            String.valueOf(response.readEntity(Map.class).get("link"))));
                case 409 -> Optional.empty();
                default -> throw new WebApplicationException("Keycloak answered " + response.getStatus(), response);
            };
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
