package io.anteroom.tenancy;

import io.anteroom.tenancy.data.ControlDatabase;
import io.anteroom.tenancy.data.TenantDatabase;
import io.anteroom.tenancy.work.WorkQueueConfiguration;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two databases in one: the control schema ({@code controlDataSource}, a {@code JdbcClient} qualified
 * {@code control}, {@code controlTransactions}) and the current tenant's data (the primary {@code DataSource},
 * {@code JdbcClient}, {@code JdbcTemplate} and JPA's {@code transactionManager}).
 *
 * <p>SQL on a tenant's data writes the marker {@code __tenant__} before each table and runs in a transaction.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TenancySettings.class)
@Import({ControlDatabase.class, TenantDatabase.class, WorkQueueConfiguration.class})
public class TenancyConfiguration {

    @Bean
    Observing observing(ObjectProvider<ObservationRegistry> registry) {
        return new Observing(registry.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    TenantDirectory tenantDirectory(@Qualifier("control") JdbcClient control) {
        return new TenantDirectory(control);
    }
}
