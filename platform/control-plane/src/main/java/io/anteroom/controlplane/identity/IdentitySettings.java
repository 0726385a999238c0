package io.anteroom.controlplane.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Keycloak is reached by the platform's own account, which makes organisations and users.
 *
 * @param url Keycloak's address as this process reaches it, without the realm
 * @param realm the one realm of all tenants
 * @param clientId the client with a service account that may manage users and organisations
 * @param clientSecret its secret
 * @param staffClientId the client through which staff sign in; a first password ends there
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 */
@Validated
@ConfigurationProperties("anteroom.control-plane.keycloak")
public record IdentitySettings(
        @NotNull URI url,
        @NotBlank @DefaultValue("anteroom") String realm,
        @NotBlank @DefaultValue("anteroom-platform") String clientId,
        @NotBlank String clientSecret,
        @NotBlank @DefaultValue("anteroom-staff") String staffClientId,
        @NotNull @DefaultValue("2s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration readTimeout) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "IdentitySettings[url=" + url + ", realm=" + realm + ", clientId=" + clientId + "]";
    }
}
