package io.anteroom.tenancy.work;

import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.TenantDirectory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the {@code worker} role adds: the process takes work from the queue. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
public class WorkConfiguration {

    /** Dead work above zero wants a person; due work that grows wants more workers. */
    @Bean
    MeterBinder workMetrics(@Qualifier("control") JdbcClient control) {
        QueueTable queue = new QueueTable(control);
        return registry -> {
            Gauge.builder("anteroom.work.dead", queue, QueueTable::dead)
                    .description("Pieces of work given up after too many failures")
                    .strongReference(true)
                    .register(registry);
            Gauge.builder("anteroom.work.due", queue, QueueTable::due)
                    .description("Pieces of work that are due and not yet taken")
                    .strongReference(true)
                    .register(registry);
        };
    }

    @Bean
    WaitingWork waitingWork(@Qualifier("control") JdbcClient control) {
        return new WaitingWork(control);
    }

    @Bean
    Worker worker(
            @Qualifier("controlDataSource") DataSource dataSource,
            @Qualifier("control") JdbcClient control,
            TenantDirectory directory,
            ObjectProvider<WorkHandler> handlers,
            ObjectProvider<PlatformWorkHandler> platformHandlers,
            WorkSettings settings,
            ObjectProvider<MeterRegistry> meters,
            Observing observing,
            Clock clock) {
        QueueTable queue = new QueueTable(control);
        WorkMetrics metrics = new WorkMetrics(meters.getIfAvailable(CompositeMeterRegistry::new), observing, clock);
        return new Worker(
                dataSource,
                List.of(
                        new TenantWork(directory, handlers, queue, clock, metrics),
                        new PlatformWork(platformHandlers, queue, clock, metrics)),
                settings,
                clock);
    }
}
