package io.anteroom.webkit.keycloak;

import io.anteroom.tenancy.Observing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** What all front doors with Keycloak behind them share. */
@Configuration(proxyBeanMethods = false)
public class KeycloakConfiguration {

    @Bean
    KeycloakSignInMetrics keycloakSignInMetrics(ObjectProvider<MeterRegistry> registry, Observing observing) {
        return new KeycloakSignInMetrics(registry.getIfAvailable(CompositeMeterRegistry::new), observing);
    }

    /** How ID tokens are checked. Spring Security finds it by its type and allows one, so it serves every client. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(ObjectProvider<KeycloakSignIn> signIns) {
        return registration -> signIns.stream()
                .filter(signIn -> signIn.isFor(registration))
                .findFirst()
                .orElseThrow()
                .idTokens(registration);
    }
}
