package io.anteroom.server.migration;

import io.anteroom.migrations.FleetMigrator;
import io.anteroom.migrations.TenantSchemas;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What {@code worker} does as the owner: hand out schemas to sign-ups, and keep a few ready. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(MigrationSettings.class)
public class OwnerConfiguration {

    @Bean
    OwnerDatabase ownerDatabase(MigrationSettings settings) {
        return new OwnerDatabase(settings);
    }

    @Bean
    TenantSchemas tenantSchemas(OwnerDatabase owner) {
        return new TenantSchemas(owner.connections(), new SecureRandom());
    }

    @Bean
    SpareSchemas spareSchemas(TenantSchemas schemas, OwnerDatabase owner, MigrationSettings settings) {
        FleetMigrator fleet = new FleetMigrator(owner.connections(), settings.fleet(), progress -> {});
        return new SpareSchemas(schemas, fleet, settings.spares());
    }
}
