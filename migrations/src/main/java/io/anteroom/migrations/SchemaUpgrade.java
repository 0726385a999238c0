package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Brings one clinic's schema to the newest version by Flyway, and enters the outcome in the registry. */
final class SchemaUpgrade {

    private final DataSource owner;
    private final Supplier<Migrations> migrations;

    SchemaUpgrade(DataSource owner) {
        this.owner = owner;
        this.migrations = new Once<>(() -> Migrations.read(owner, "tenant"));
    }

    int newest() {
        return migrations.get().newest();
    }

    /** Applies what is missing; nothing, quickly, where nothing is. Waits 5 s at most for a table somebody uses. */
    void run(SchemaId id) {
        try (Connection connection = owner.getConnection()) {
            Migrations.flyway(owner, "tenant", id.schema(), "set lock_timeout = '5s'")
                    .migrate();
            Rights.grant(connection, id.schema(), id.schema(), migrations.get().appendOnly());
            enter(id, newest(), null);
        } catch (SQLException failed) {
            throw new MigrationException("Schema " + id + " was not brought up to date", failed);
        }
    }

    /**
     * Writes into the registry.
     *
     * @param version the version reached, 0 for none
     * @param error why it failed, null if it did not
     */
    void enter(SchemaId id, int version, @Nullable String error) {
        try (Connection connection = owner.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update control.tenant_schema
                        set schema_version = greatest(schema_version, ?), error = left(?, 2000), leased_until = null,
                            attempts = case when ?::text is null then 0 else attempts end
                        where id = ?""")) {
            update.setInt(1, version);
            update.setString(2, error);
            update.setString(3, error);
            update.setString(4, id.value());
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new MigrationException("The registry of schemas cannot be written", failed);
        }
    }
}
