package io.anteroom.controlplane.identity;

import io.anteroom.tenancy.Observing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection to Keycloak, for the roles that make users or send them there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityBeans {

    @Bean
    KeycloakConnection keycloakConnection(IdentitySettings settings) {
        return new KeycloakConnection(settings);
    }

    @Bean
    KeycloakIdentityProvider identityProvider(KeycloakConnection connection, Observing observing) {
        return new KeycloakIdentityProvider(connection, observing);
    }
}
