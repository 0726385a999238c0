package io.anteroom.server.migration;

import io.anteroom.migrations.MigrationException;
import io.anteroom.migrations.TenantSchemas;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps a few schemas built for the next sign-ups. However many workers run, one of them builds. */
class SpareSchemas {

    private static final Logger log = LoggerFactory.getLogger(SpareSchemas.class);

    private final TenantSchemas schemas;
    private final int wanted;

    SpareSchemas(TenantSchemas schemas, int wanted) {
        this.schemas = schemas;
        this.wanted = wanted;
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
