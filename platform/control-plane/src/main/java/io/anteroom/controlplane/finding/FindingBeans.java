package io.anteroom.controlplane.finding;

import io.anteroom.messaging.PlatformSeal;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page and the worker share: the searches and how many there may be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FindingSettings.class)
public class FindingBeans {

    @Bean
    Searches portalSearches(
            @Qualifier("control") JdbcClient control,
            PlatformWorkQueue work,
            PlatformSeal portalSearchSeal,
            FindingSettings settings,
            Clock clock) {
        return new Searches(control, work, portalSearchSeal, new SearchCaps(control, settings, clock), clock);
    }
}
