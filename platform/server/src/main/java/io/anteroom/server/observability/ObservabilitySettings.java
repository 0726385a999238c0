package io.anteroom.server.observability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is watched of single tenants. Traces are Spring Boot's: none are made unless
 * {@code management.opentelemetry.tracing.export.otlp.endpoint} names who takes them.
 *
 * @param topTenants how many tenants have figures of their own, 0 to 100; all others are summed as {@code other}
 * @param topWindow how often those that are used most are chosen anew
 */
@ConfigurationProperties("anteroom.observability")
record ObservabilitySettings(
        @DefaultValue("20") int topTenants,
        @DefaultValue("5m") Duration topWindow) {

    private static final int MOST = 100;

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    ObservabilitySettings {
        if (topTenants < 0 || topTenants > MOST) {
            throw new IllegalArgumentException("anteroom.observability.top-tenants must be 0 to " + MOST);
        }
        if (!topWindow.isPositive()) {
            throw new IllegalArgumentException("anteroom.observability.top-window must be positive");
        }
    }
}
