package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the control schema knows of the fleet. Every method is one statement and commits it.
 *
 * @param connection which does not commit by itself
 * @param version the version the fleet is taken to
 */
record FleetRegistry(Connection connection, int version) {

    private static final Duration LEASE = Duration.ofSeconds(60);

    /** A schema to be migrated, and how often it was found busy already. */
    record Leased(SchemaId id, int attempts) {}

    /** How far the canary is. */
    enum Canary {
        BEHIND,
        FAILED,
        PASSED
    }

    private static final String FREE = """
            with next as materialized (
                select id from control.tenant_schema
                where schema_version < ? and error is null
                  and (retry_at is null or retry_at <= now()) and (leased_until is null or leased_until < now())
                  and (?::text is null or id = ?)
                order by state = 'taken', built_at limit ? for no key update skip locked)
            """;

    /**
     * Begins this version unless it was begun, and gives back what an earlier run left behind: failures are tried again,
     * and so is what a run that is no more had leased. What somebody is at right now is passed over.
     */
    void begin(@Nullable String canary) throws SQLException {
        if (canary != null
                && query("select id from control.tenant where ? in (id, slug)", canary)
                        .isEmpty()) {
            throw new MigrationException("There is no tenant " + canary + " to go first; nothing was touched");
        }
        update("""
                insert into control.fleet_migration (version, canary, started_at)
                values (?, coalesce(
                    (select id from control.tenant where ? in (id, slug)),
                    (select tenant.id from control.tenant tenant join control.tenant_schema there using (id)
                     where tenant.state = 'ACTIVE' and there.schema_version < ?
                     order by tenant.created_at desc, id limit 1),
                    (select id from control.tenant_schema where schema_version < ?
                     order by state = 'spare', built_at desc limit 1)), now())
                on conflict (version) do update
                set canary = case when ?::text is null then fleet_migration.canary else excluded.canary end
                where fleet_migration.passed_at is null""", version, canary, version, version, canary);
        update("""
                with idle as materialized (
                    select id from control.tenant_schema
                    where schema_version < ? and (error is not null or retry_at is not null or leased_by is not null)
                    for no key update skip locked)
                update control.tenant_schema
                set error = null, retry_at = null, attempts = 0, leased_by = null, leased_until = null
                where id in (select id from idle)""", version);
    }

    /** The schema that goes first, none if there is no schema at all. */
    Optional<SchemaId> canary() throws SQLException {
        return query("select canary from control.fleet_migration where version = ?", version).stream()
                .map(SchemaId::new)
                .findFirst();
    }

    Canary canaryIs(SchemaId canary) throws SQLException {
        return Canary.valueOf(query("""
                        select case when schema_version >= ? then 'PASSED'
                                    when error is not null then 'FAILED' else 'BEHIND' end
                        from control.tenant_schema where id = ?""", version, canary.value()).getFirst());
    }

    void canaryHasPassed() throws SQLException {
        update("update control.fleet_migration set passed_at = coalesce(passed_at, now()) where version = ?", version);
    }

    /** Whether this version was begun somewhere and its canary has passed. */
    boolean hasPassed() throws SQLException {
        return !query(
                        "select version from control.fleet_migration where version = ? and passed_at is not null",
                        version)
                .isEmpty();
    }

    void finish() throws SQLException {
        update("""
                update control.fleet_migration set finished_at = now()
                where version = ? and finished_at is null
                  and not exists (select from control.tenant_schema where schema_version < ?)""", version, version);
    }

    /** The versions from which schemas are to be taken further. */
    List<Integer> versionsBehind() throws SQLException {
        return query(
                        "select distinct schema_version::text from control.tenant_schema where schema_version < ?",
                        version)
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** Leases up to {@code limit} schemas that nobody is at, spares first; or {@code only} that one, if it is such. */
    List<Leased> lease(String holder, int limit, @Nullable SchemaId only) throws SQLException {
        String id = only == null ? null : only.value();
        String sql = FREE + """
                , leased as (
                    update control.tenant_schema
                    set leased_by = ?, leased_until = now() + interval '%d seconds'
                    where id in (select id from next) returning id, attempts, state, built_at)
                select id, attempts from leased order by state = 'taken', built_at""".formatted(LEASE.toSeconds());
        try (PreparedStatement lease = prepare(sql, version, id, id, limit, holder);
                ResultSet rows = lease.executeQuery()) {
            List<Leased> leased = new ArrayList<>();
            while (rows.next()) {
                leased.add(new Leased(new SchemaId(rows.getString(1)), rows.getInt(2)));
            }
            return leased;
        } finally {
            connection.commit();
        }
    }

    /** Whether any schema is still to be migrated, by whomever and whenever. */
    boolean isAnyLeft() throws SQLException {
        return !query(
                        "select id from control.tenant_schema where schema_version < ? and error is null limit 1",
                        version)
                .isEmpty();
    }

    void tryLater(SchemaId id, String holder, Duration pause) throws SQLException {
        update("""
                update control.tenant_schema
                set attempts = attempts + 1, retry_at = now() + ? * interval '1 millisecond',
                    leased_by = null, leased_until = null
                where id = ? and leased_by = ? and schema_version < ?""", pause.toMillis(), id.value(), holder, version);
    }

    void setAside(SchemaId id, String holder, String error) throws SQLException {
        update("""
                update control.tenant_schema
                set attempts = attempts + 1, error = left(?, 2000), retry_at = null, leased_by = null, leased_until = null
                where id = ? and leased_by = ? and schema_version < ?""", error, id.value(), holder, version);
    }

    FleetProgress progress() throws SQLException {
        try (PreparedStatement query = prepare("""
                        select count(*), count(*) filter (where schema_version >= target),
                               count(*) filter (where schema_version < target and retry_at is not null),
                               count(*) filter (where schema_version < target and error is not null)
                        from control.tenant_schema, (select ?::integer as target) as the""", version);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new FleetProgress(version, row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
        } finally {
            connection.commit();
        }
    }

    /** What was set aside, with the slug of the tenant if it is anybody's. */
    List<FleetMigrator.Failure> failures() throws SQLException {
        try (PreparedStatement query = prepare("""
                        select there.id, tenant.slug, there.error
                        from control.tenant_schema there left join control.tenant tenant using (id)
                        where there.schema_version < ? and there.error is not null order by tenant.slug, id""", version);
                ResultSet rows = query.executeQuery()) {
            List<FleetMigrator.Failure> failures = new ArrayList<>();
            while (rows.next()) {
                failures.add(new FleetMigrator.Failure(
                        new SchemaId(rows.getString(1)), rows.getString(2), rows.getString(3)));
            }
            return failures;
        } finally {
            connection.commit();
        }
    }

    private void update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = prepare(sql, values)) {
            update.executeUpdate();
        } finally {
            connection.commit();
        }
    }

    /** The first column of each row, but for nulls. */
    private List<String> query(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement query = prepare(sql, values);
                ResultSet rows = query.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                String value = rows.getString(1);
                if (value != null) {
                    found.add(value);
                }
            }
            return found;
        } finally {
            connection.commit();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
