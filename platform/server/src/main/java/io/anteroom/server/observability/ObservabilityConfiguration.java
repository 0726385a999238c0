package io.anteroom.server.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is watched in every process that stays. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObservabilitySettings.class)
public class ObservabilityConfiguration {

    @Bean
    ObservationFilter whoseSpan(@Value("${anteroom.roles}") String roles) {
        return new WhoseSpan(roles);
    }

    @Bean
    ObservationHandler<?> tenantRequests(ObservabilitySettings settings, MeterRegistry registry, Clock clock) {
        return new TenantRequests(new TopTenants(settings, registry, clock), registry);
    }

    /** In place of Spring Boot's: there is no way past {@link PlainSpans}. */
    @Bean
    SpanExporters plainSpans(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(exporters.orderedStream().map(PlainSpans::new).toList());
    }
}
