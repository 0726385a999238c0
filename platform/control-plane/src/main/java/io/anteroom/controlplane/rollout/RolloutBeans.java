package io.anteroom.controlplane.rollout;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of schemas of the operators' console. */
@Configuration(proxyBeanMethods = false)
public class RolloutBeans {

    @Bean
    Rollouts rollouts(@Qualifier("control") JdbcClient control) {
        return new Rollouts(control);
    }

    @Bean
    RolloutController rolloutController(Rollouts rollouts) {
        return new RolloutController(rollouts);
    }
}
