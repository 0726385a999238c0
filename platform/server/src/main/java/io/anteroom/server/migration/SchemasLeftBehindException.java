package io.anteroom.server.migration;

import io.anteroom.migrations.FleetMigrator;
import org.springframework.boot.ExitCodeGenerator;

/**
 * Ends the process with an exit code of its own where schemas were left as they were; the registry says which and why.
 */
class SchemasLeftBehindException extends IllegalStateException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    private static final int SOME_FAILED = 3;
    private static final int CANARY_FAILED = 4;

    private final boolean stopped;

    SchemasLeftBehindException(FleetMigrator.Outcome outcome) {
        super(
                outcome.stopped()
                        ? "The canary failed to migrate; no other schema was touched"
                        : outcome.failed() + " schemas failed to migrate, " + outcome.migrated() + " were migrated");
        this.stopped = outcome.stopped();
    }

    @Override
    public int getExitCode() {
        return stopped ? CANARY_FAILED : SOME_FAILED;
    }
}
