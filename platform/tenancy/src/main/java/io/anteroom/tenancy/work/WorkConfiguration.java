package io.anteroom.tenancy.work;

import io.anteroom.tenancy.TenantDirectory;
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

    @Bean
    Worker worker(
            @Qualifier("controlDataSource") DataSource dataSource,
            @Qualifier("control") JdbcClient control,
            TenantDirectory directory,
            ObjectProvider<WorkHandler> handlers,
            ObjectProvider<PlatformWorkHandler> platformHandlers,
            WorkSettings settings,
            Clock clock) {
        QueueTable queue = new QueueTable(control);
        return new Worker(
                dataSource,
                List.of(
                        new TenantWork(directory, handlers, queue, clock),
                        new PlatformWork(platformHandlers, queue, clock)),
                settings,
                clock);
    }
}
