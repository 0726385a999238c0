package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Brings the control schema up to date, and the rights of the control login with it. */
public final class ControlMigrator {

    private static final String SCHEMA = "control";

    private final DataSource owner;

    /**
     * @param owner connections of {@link DatabaseRoles#OWNER}
     */
    public ControlMigrator(DataSource owner) {
        this.owner = owner;
    }

    /** Applies what is missing; safe to call from several processes at once. */
    public void migrate() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + SCHEMA);
            Migrations.flyway(owner, SCHEMA, SCHEMA).migrate();
            Rights.grant(
                    connection,
                    SCHEMA,
                    DatabaseRoles.CONTROL,
                    Migrations.read(owner, SCHEMA).appendOnly());
        } catch (SQLException failed) {
            throw new MigrationException("The control schema was not migrated", failed);
        }
    }
}
