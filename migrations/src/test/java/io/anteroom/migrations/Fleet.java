package io.anteroom.migrations;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own with clinics in use, the first being the eldest, and spare schemas, all at today's version.
 *
 * @param clinics the schemas of the tenants {@code clinic-0}, {@code clinic-1} and so on
 */
record Fleet(TestDatabase database, Migrations today, List<SchemaId> clinics) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Fleet of(int clinics, int spares) throws SQLException {
        TestDatabase database = TestDatabase.prepared("fleet_" + NUMBER.incrementAndGet());
        new ControlMigrator(database.owner()).migrate();
        Migrations today = Migrations.read(database.owner(), "tenant");
        Fleet fleet = new Fleet(database, today, new ArrayList<>());
        for (int i = 0; i < clinics; i++) {
            fleet.clinics.add(fleet.schemas(today).claim("clinic " + i));
            database.run("""
                    insert into control.tenant (id, slug, name, state, country, zone, currency, created_at)
                    values ('%s', 'clinic-%d', 'Clinic', 'ACTIVE', 'GB', 'Europe/London', 'GBP',
                            '2026-01-01 00:00Z'::timestamptz + %d * interval '1 day')""".formatted(fleet.clinics.get(i), i, i));
        }
        fleet.schemas(today).refill(spares);
        return fleet;
    }

    /** Today's files and one more. */
    Migrations ahead(String sql) {
        List<Migrations.File> files = new ArrayList<>(today.files());
        files.add(new Migrations.File("900", "ahead", "SQL", "V900__ahead.sql", sql.hashCode(), sql));
        return new Migrations(files);
    }

    TenantSchemas schemas(Migrations release) {
        return new TenantSchemas(database.owner(), new SecureRandom(), () -> release);
    }

    /** One that does not give up. */
    FleetMigrator migrator(Migrations release) {
        return migrator(
                release, new FleetSettings(2, Duration.ofMillis(20), Integer.MAX_VALUE, Duration.ofMillis(10), null));
    }

    FleetMigrator migrator(Migrations release, FleetSettings settings) {
        return new FleetMigrator(database.owner(), settings, progress -> {}, () -> release);
    }

    CompletableFuture<FleetMigrator.Outcome> inBackground(FleetMigrator migrator) {
        return CompletableFuture.supplyAsync(
                migrator::migrate, task -> Thread.ofVirtual().start(task));
    }

    List<SchemaId> spares() throws SQLException {
        return database.lines("select id from control.tenant_schema where state = 'spare' order by built_at").stream()
                .map(SchemaId::new)
                .toList();
    }

    /** The versions that any schema has. */
    List<String> versions() throws SQLException {
        return database.lines("select distinct schema_version from control.tenant_schema order by 1");
    }

    String of(SchemaId id, String column) throws SQLException {
        return String.valueOf(database.lines("select " + column + " from control.fleet_schema where id = '" + id + "'")
                .getFirst());
    }

    /** Returns when it has become so; the test's own time limit is the only one. */
    static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.onSpinWait();
        }
    }
}
