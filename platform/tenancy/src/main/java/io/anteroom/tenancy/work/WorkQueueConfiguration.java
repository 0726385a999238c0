package io.anteroom.tenancy.work;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queues that every role may add to. */
@Configuration(proxyBeanMethods = false)
public class WorkQueueConfiguration {

    @Bean
    WorkQueue workQueue(JdbcClient tenantData, Clock clock) {
        return new WorkQueue(tenantData, clock);
    }

    @Bean
    PlatformWorkQueue platformWorkQueue(@Qualifier("control") JdbcClient control, Clock clock) {
        return new PlatformWorkQueue(control, clock);
    }
}
