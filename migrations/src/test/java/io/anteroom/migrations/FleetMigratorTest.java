package io.anteroom.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetMigratorTest {

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    private static final List<SchemaId> clinics = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static SchemaId spare;

    private static int newest;

    @BeforeAll
    static void threeClinicsAndASpare() throws SQLException {
        database = TestDatabase.prepared("fleet");
        new ControlMigrator(database.owner()).migrate();
        TenantSchemas schemas = new TenantSchemas(database.owner(), new SecureRandom());
        for (int i = 0; i < 3; i++) {
            clinics.add(schemas.claim("clinic " + i));
        }
        schemas.refill(1);
        spare = new SchemaId(database.lines("select id from control.tenant_schema where state = 'spare'")
                .getFirst());
        newest = Migrations.read(database.owner(), "tenant").newest();
    }

    @BeforeEach
    void theyAreAllBehind() throws SQLException {
        for (SchemaId id : all()) {
            setBack(id);
        }
        database.run("update control.tenant_schema set schema_version = 1, error = null, leased_until = null");
    }

    /** Takes a schema back to no table at all, which is the one older version there will always be. */
    private static void setBack(SchemaId id) throws SQLException {
        database.run("drop schema " + id.schema() + " cascade; create schema " + id.schema()
                + " authorization anteroom_owner");
    }

    private static List<SchemaId> all() {
        List<SchemaId> all = new ArrayList<>(clinics);
        all.add(spare);
        return all;
    }

    @Test
    void everySchemaIsBroughtUpToDateWithItsRights() throws SQLException {
        assertThat(new FleetMigrator(database.owner(), 2).migrate()).isEqualTo(new FleetMigrator.Outcome(4, 0));
        assertThat(versions()).containsOnly(String.valueOf(newest));
        for (SchemaId id : all()) {
            assertThat(database.lines("select has_table_privilege('" + id.schema() + "', '" + id.schema()
                            + ".message', 'insert')::text"))
                    .containsExactly("true");
        }
    }

    @Test
    void aFleetThatIsUpToDateIsLeftAlone() {
        FleetMigrator migrator = new FleetMigrator(database.owner(), 2);
        migrator.migrate();
        assertThat(migrator.migrate()).isEqualTo(new FleetMigrator.Outcome(0, 0));
    }

    @Test
    void oneClinicThatFailsIsNamedAndDoesNotStopTheOthers() throws SQLException {
        SchemaId unlucky = clinics.get(1);
        database.run("create view " + unlucky.schema() + ".message as select 1 as one");
        assertThat(new FleetMigrator(database.owner(), 2).migrate()).isEqualTo(new FleetMigrator.Outcome(3, 1));
        assertThat(database.lines("select id from control.tenant_schema where error is not null"))
                .containsExactly(unlucky.value());

        database.run("drop view " + unlucky.schema() + ".message");
        assertThat(new FleetMigrator(database.owner(), 2).migrate()).isEqualTo(new FleetMigrator.Outcome(1, 0));
        assertThat(database.lines("select id from control.tenant_schema where error is not null"))
                .isEmpty();
    }

    @Test
    void noClinicIsTouchedWhenTheSpareFails() throws SQLException {
        database.run("create view " + spare.schema() + ".message as select 1 as one");
        assertThat(new FleetMigrator(database.owner(), 2).migrate()).isEqualTo(new FleetMigrator.Outcome(0, 1));
        assertThat(versions()).containsOnly("1");
    }

    @Test
    void aSchemaThatIsBehindIsBroughtUpToDateByItself() throws SQLException {
        new TenantSchemas(database.owner(), new SecureRandom()).bringUpToDate(clinics.getFirst());
        assertThat(database.lines(
                        "select schema_version from control.tenant_schema where id = '" + clinics.getFirst() + "'"))
                .containsExactly(String.valueOf(newest));
    }

    private static List<String> versions() throws SQLException {
        return database.lines("select distinct schema_version from control.tenant_schema");
    }
}
