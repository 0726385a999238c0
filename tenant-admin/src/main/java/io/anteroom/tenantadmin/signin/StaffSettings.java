package io.anteroom.tenantadmin.signin;

import io.anteroom.webkit.keycloak.KeycloakClient;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How staff sign in.
 *
 * @param issuer the realm's address, as {@code https://id.example.org/realms/anteroom}; it must be the same for browsers
 *     and for us
 * @param clientId the realm's client for the staff web
 * @param clientSecret its secret
 * @param idle how long a session lasts without a request
 * @param longest how long it lasts at most
 * @param membershipAge how old our knowledge of somebody's organisations and roles may get before a page asks Keycloak
 *     again, which the person does not notice
 * @param timeout how long to wait for Keycloak to connect, and then to answer
 */
@Validated
@ConfigurationProperties("anteroom.staff")
record StaffSettings(
        @NotNull URI issuer,
        @NotBlank @DefaultValue("anteroom-staff") String clientId,
        @NotBlank String clientSecret,
        @NotNull @DefaultValue("60m") Duration idle,
        @NotNull @DefaultValue("12h") Duration longest,
        @NotNull @DefaultValue("15m") Duration membershipAge,
        @NotNull @DefaultValue("5s") Duration timeout) {

    KeycloakClient client() {
        return new KeycloakClient(issuer, clientId, clientSecret, timeout);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "StaffSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
