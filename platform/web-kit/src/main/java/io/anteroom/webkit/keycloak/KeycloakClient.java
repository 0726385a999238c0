package io.anteroom.webkit.keycloak;

import java.net.URI;
import java.time.Duration;

/**
 * One of the realm's clients.
 *
 * @param issuer the realm's address, the same for browsers and for us
 * @param clientId the client's name
 * @param secret its secret
 * @param timeout how long to wait for Keycloak to connect, and then to answer
 */
public record KeycloakClient(URI issuer, String clientId, String secret, Duration timeout) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "KeycloakClient[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
