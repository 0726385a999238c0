package io.anteroom.server.migration;

import io.anteroom.migrations.ControlMigrator;
import io.anteroom.migrations.FleetMigrator;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The role {@code migrate}: the control schema first, then the fleet, then the process ends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationSettings.class)
public class MigrateConfiguration {

    @Bean
    OwnerDatabase ownerDatabase(MigrationSettings settings) {
        return new OwnerDatabase(settings);
    }

    @Bean
    ApplicationRunner migrateEverything(OwnerDatabase owner, MigrationSettings settings) {
        return arguments -> {
            new ControlMigrator(owner.connections()).migrate();
            MigrationReport report = new MigrationReport(System.console());
            FleetMigrator.Outcome outcome = new FleetMigrator(owner.connections(), settings.fleet(), report).migrate();
            report.end(outcome);
            if (outcome.stopped() || outcome.failed() > 0) {
                throw new SchemasLeftBehindException(outcome);
            }
        };
    }
}
