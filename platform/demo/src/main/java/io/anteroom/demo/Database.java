package io.anteroom.demo;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.ControlMigrator;
import io.anteroom.migrations.DatabasePasswords;
import io.anteroom.migrations.DatabaseRoles;
import io.anteroom.migrations.FleetMigrator;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The application's database in the local server.
 *
 * @param url its JDBC address
 * @param passwords of its three logins
 */
record Database(String url, DatabasePasswords passwords) {

    private static final String NAME = "anteroom";

    /** Makes it if it is new, and brings every schema in it up to date: what the role {@code migrate} does elsewhere. */
    static Database prepare(PostgresServer server, Secrets secrets, Progress progress) throws SQLException {
        var database = new Database(
                server.jdbcUrl(NAME),
                new DatabasePasswords(
                        secrets.password("database-owner"),
                        secrets.password("database-control"),
                        secrets.password("database-tenant")));
        server.createDatabase(NAME);
        try (var superuser = server.connect(NAME)) {
            DatabaseRoles.prepare(superuser, database.passwords);
        }
        progress.say("Migrating the database");
        try {
            new ControlMigrator(database.owner()).migrate();
            var outcome = new FleetMigrator(database.owner(), 2).migrate();
            if (outcome.failed() > 0) {
                throw new IllegalStateException(outcome.failed() + " clinics' schemas failed");
            }
        } catch (RuntimeException failed) {
            throw new CannotStartException(
                    "The data of an earlier version cannot be brought up to date; ./mvnw -Pdemo -Ddemo.fresh begins anew. "
                            + failed.getMessage(),
                    failed);
        }
        return database;
    }

    private DataSource owner() {
        return new DriverManagerDataSource(url, DatabaseRoles.OWNER, passwords.owner());
    }
}
