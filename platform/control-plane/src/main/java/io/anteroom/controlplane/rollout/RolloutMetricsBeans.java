package io.anteroom.controlplane.rollout;

import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of the fleet, for whoever stays: the worker and the operators' console. */
@Configuration(proxyBeanMethods = false)
public class RolloutMetricsBeans {

    @Bean
    MeterBinder rolloutMetrics(@Qualifier("control") JdbcClient control) {
        return new RolloutMetrics(control);
    }
}
