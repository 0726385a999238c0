package io.anteroom.server.migration;

import io.anteroom.migrations.FleetMigrator;
import org.springframework.boot.ExitCodeGenerator;

/** Ends the process with an exit code of its own where schemas could not be migrated; the registry says which and why. */
class SchemasLeftBehindException extends IllegalStateException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    SchemasLeftBehindException(FleetMigrator.Outcome outcome) {
        super(outcome.failed() + " schemas failed to migrate, " + outcome.migrated() + " were migrated");
    }

    @Override
    public int getExitCode() {
        return 3;
    }
}
