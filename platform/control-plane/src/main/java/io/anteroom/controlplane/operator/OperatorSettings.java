package io.anteroom.controlplane.operator;

import io.anteroom.webkit.keycloak.KeycloakClient;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How operators sign in.
 *
 * @param issuer the realm's address, as {@code https://id.example.org/realms/anteroom}; it must be the same for browsers
 *     and for us
 * @param clientId the realm's client for the operators' web
 * @param clientSecret its secret
 * @param realmRole the realm's role that makes somebody an operator
 * @param idle how long a session lasts without a request
 * @param longest how long it lasts at most
 * @param roleAge how old our knowledge of somebody's roles may get before a page asks Keycloak again, which the person
 *     does not notice
 * @param timeout how long to wait for Keycloak to connect, and then to answer
 */
@Validated
@ConfigurationProperties("anteroom.control-plane.operators")
record OperatorSettings(
        @NotNull URI issuer,
        @NotBlank @DefaultValue("anteroom-operators") String clientId,
        @NotBlank String clientSecret,
        @NotBlank @DefaultValue("operator") String realmRole,
        @NotNull @DefaultValue("30m") Duration idle,
        @NotNull @DefaultValue("10h") Duration longest,
        @NotNull @DefaultValue("5m") Duration roleAge,
        @NotNull @DefaultValue("5s") Duration timeout) {

    KeycloakClient client() {
        return new KeycloakClient(issuer, clientId, clientSecret, timeout);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OperatorSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
