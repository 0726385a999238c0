package io.anteroom.webkit.fairness;

import com.github.benmanes.caffeine.cache.Ticker;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.problem.ProblemPages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The door, and the meters of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FairnessSettings.class)
public class FairnessConfiguration {

    /** Where requests are let in or not: after what costs next to nothing, before all that costs something. */
    public static final int DOOR = Ordered.HIGHEST_PRECEDENCE + 8;

    @Bean
    Doors doors(FairnessSettings settings, TenantDirectory tenants) {
        return new Doors(settings, tenants::bySlug, Ticker.systemTicker());
    }

    @Bean
    FilterRegistrationBean<FairnessFilter> fairnessFilter(Hosts hosts, Doors doors, ProblemPages problems) {
        var registration = new FilterRegistrationBean<>(new FairnessFilter(hosts, doors, problems));
        registration.setOrder(DOOR);
        return registration;
    }

    @Bean
    FairnessMetrics fairnessMetrics(Doors doors) {
        return new FairnessMetrics(doors);
    }
}
