package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the control schema up to date, and the rights of each role's login with it. */
public final class ControlMigrator {

    private static final Logger log = LoggerFactory.getLogger(ControlMigrator.class);

    private static final String SCHEMA = "control";
    private static final int ATTEMPTS = 10;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource owner;

    /**
     * @param owner connections of {@link DatabaseRoles#OWNER}
     */
    public ControlMigrator(DataSource owner) {
        this.owner = owner;
    }

    /**
     * Applies what is missing; safe to call from several processes at once. A table that is in use is waited for briefly
     * and often, since everybody would wait behind us.
     *
     * @throws MigrationException if it could not, or the database is not as {@link DatabaseRoles#prepare} leaves it
     */
    public void migrate() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            DatabaseRoles.check(connection);
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('anteroom control'));"
                    + " create schema if not exists " + SCHEMA);
            connection.commit();
            migrate(1);
            statement.execute("select pg_advisory_xact_lock(hashtext('anteroom control'))");
            ControlRights.grant(connection);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            throw new MigrationException("The control schema was not migrated", failed);
        }
    }

    private void migrate(int attempt) {
        try {
            Migrations.flyway(owner, SCHEMA, SCHEMA, "set lock_timeout = '2s'").migrate();
        } catch (FlywayException failed) {
            if (attempt == ATTEMPTS || !isBusy(failed)) {
                throw failed;
            }
            log.info("A table of the control schema is in use, attempt {}", attempt);
            pause();
            migrate(attempt + 1);
        }
    }

    private static boolean isBusy(FlywayException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MigrationException("The migration was interrupted", stopped);
        }
    }
}
