package io.anteroom.server;

import io.anteroom.server.health.HealthConfiguration;
import io.anteroom.server.observability.ObservabilityConfiguration;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.webkit.WebKitConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What every process that stays has, whatever its roles. */
@Configuration(proxyBeanMethods = false)
@Import({
    TenancyConfiguration.class,
    WebKitConfiguration.class,
    HealthConfiguration.class,
    ObservabilityConfiguration.class
})
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
