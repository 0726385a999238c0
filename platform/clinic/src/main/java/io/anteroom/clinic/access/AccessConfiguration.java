package io.anteroom.clinic.access;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What signing in needs from outside. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    /** The source of codes and tokens: the operating system's, seeded by itself. */
    @Bean
    SecureRandom signInRandom() {
        return new SecureRandom();
    }
}
