package io.anteroom.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A schema made from the snapshot is the schema that Flyway makes file by file. */
class SnapshotTest {

    private static final String STEP_BY_STEP = "t_stepbystepaa";

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static SchemaId built;

    /** In one message, from what was seen of the first. */
    @SuppressWarnings("NullAway.Init")
    private static SchemaId builtNext;

    @BeforeAll
    static void oneOfEach() throws SQLException {
        database = TestDatabase.prepared("snapshot");
        new ControlMigrator(database.owner()).migrate();
        TenantSchemas schemas = new TenantSchemas(database.owner(), new SecureRandom());
        built = schemas.claim("one");
        builtNext = schemas.claim("another");
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(Snapshot.emptySchema(STEP_BY_STEP));
            Migrations.flyway(database.owner(), "tenant", STEP_BY_STEP).migrate();
            Rights.grant(
                    connection,
                    STEP_BY_STEP,
                    STEP_BY_STEP,
                    Migrations.read(database.owner(), "tenant").appendOnly());
        }
    }

    @Test
    void tablesColumnsConstraintsIndexesTriggersFunctionsRightsAndHistoryAreTheSame() throws SQLException {
        List<String> expected = Catalog.describe(database, STEP_BY_STEP);
        assertThat(expected).anyMatch(line -> line.startsWith("column message.recipient text"));
        assertThat(Catalog.describe(database, built.schema())).containsExactlyElementsOf(expected);
        assertThat(Catalog.describe(database, builtNext.schema())).containsExactlyElementsOf(expected);
    }

    @Test
    void flywayFindsNothingLeftToDo() {
        Flyway flyway = Migrations.flyway(database.owner(), "tenant", built.schema());
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }
}
