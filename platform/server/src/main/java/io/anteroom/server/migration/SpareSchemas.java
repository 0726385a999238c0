package io.anteroom.server.migration;

import io.anteroom.migrations.FleetMigrator;
import io.anteroom.migrations.MigrationException;
import io.anteroom.migrations.TenantSchemas;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps a few schemas built for the next sign-ups; however many workers run, one of them builds. Beside that it catches up
 * with what the release before has built while it was being replaced.
 */
class SpareSchemas {

    private static final Logger log = LoggerFactory.getLogger(SpareSchemas.class);

    private final TenantSchemas schemas;
    private final FleetMigrator fleet;
    private final int wanted;

    SpareSchemas(TenantSchemas schemas, FleetMigrator fleet, int wanted) {
        this.schemas = schemas;
        this.fleet = fleet;
        this.wanted = wanted;
    }

    /** A schema that is left behind here has its sign-up bring it up to date, or waits for the next turn. */
    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void catchUp() {
        try {
            int migrated = fleet.migrateLatecomers();
            if (migrated > 0) {
                log.info("Migrated {} schemas that the release before has built", migrated);
            }
        } catch (MigrationException failed) {
            log.warn("Schemas that may be behind could not be migrated", failed);
        }
    }

    /** Without spares a sign-up builds its own schema, so a failure here waits for the next turn. */
    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void refill() {
        try {
            int built = schemas.refill(wanted);
            if (built > 0) {
                log.info("Built {} spare schemas", built);
            }
        } catch (MigrationException failed) {
            log.warn("Spare schemas could not be built", failed);
        }
    }
}
