package io.anteroom.testing;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.ControlMigrator;
import io.anteroom.migrations.DatabaseLogin;
import io.anteroom.migrations.DatabasePasswords;
import io.anteroom.migrations.DatabaseRoles;
import io.anteroom.migrations.TenantSchemas;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of this test JVM, migrated once, with the two tenants in it. */
record TestDatabase(String url, Tenant north, Tenant south) {

    /** One for all on the control schema and one for all on tenants' data, so that a test chooses a login by its name alone. */
    static final DatabasePasswords PASSWORDS = passwords();

    private static final String NAME = "anteroom_test";
    private static final Supplier<TestDatabase> SHARED = new Supplier<>() {
        private @Nullable TestDatabase made;

        @Override
        public synchronized TestDatabase get() {
            TestDatabase known = made;
            if (known == null) {
                known = make();
                made = known;
            }
            return known;
        }
    };

    static TestDatabase shared() {
        return SHARED.get();
    }

    private static DatabasePasswords passwords() {
        Map<DatabaseLogin, String> each = new EnumMap<>(DatabaseLogin.class);
        DatabaseLogin.OF_ROLES.forEach(login -> each.put(login, "control"));
        DatabaseLogin.OF_TENANTS.forEach(login -> each.put(login, "tenant"));
        return new DatabasePasswords("owner", "control", "tenant").and(each);
    }

    private static TestDatabase make() {
        PostgresServer server = PostgresServer.shared();
        try {
            server.createDatabase(NAME);
            try (Connection superuser = server.connect(NAME)) {
                DatabaseRoles.prepare(superuser, PASSWORDS);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database could not be made", failed);
        }
        PGSimpleDataSource owner = owner(server.jdbcUrl(NAME));
        new ControlMigrator(owner).migrate();
        TenantSchemas schemas = new TenantSchemas(owner, new SecureRandom());
        return new TestDatabase(
                server.jdbcUrl(NAME),
                tenant(schemas, "north", "North Clinic", "GB", "Europe/London", "GBP"),
                tenant(schemas, "south", "South Clinic", "JP", "Asia/Tokyo", "JPY"));
    }

    private static PGSimpleDataSource owner(String url) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser(DatabaseRoles.OWNER);
        owner.setPassword(PASSWORDS.owner());
        return owner;
    }

    private static Tenant tenant(
            TenantSchemas schemas, String slug, String name, String country, String zone, String currency) {
        return new Tenant(
                new TenantId(schemas.claim("test " + slug).value()),
                slug,
                name,
                TenantState.ACTIVE,
                country,
                ZoneId.of(zone),
                Currency.getInstance(currency));
    }

    /** Empties what a test has written into, and puts the two tenants back as they were. */
    void clean() {
        try (Connection superuser = connect()) {
            superuser.setAutoCommit(false);
            try (Statement statement = superuser.createStatement()) {
                statement.execute("set local session_replication_role = replica");
                for (String schema : List.of(north.id().schema(), south.id().schema(), "control")) {
                    statement.execute(empty(schema));
                }
                statement.execute("set local session_replication_role = origin");
            }
            putBack(superuser, north);
            putBack(superuser, south);
            superuser.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database could not be cleaned", failed);
        }
    }

    /** A connection as superuser. */
    static Connection connect() throws SQLException {
        return PostgresServer.shared().connect(NAME);
    }

    JdbcClient superuser() {
        PostgresServer server = PostgresServer.shared();
        return JdbcClient.create(
                new DriverManagerDataSource(server.jdbcUrl(NAME), server.superuser(), server.superuserPassword()));
    }

    /**
     * Deleting the few rows of a test is quicker than truncating, which makes new files for each table. Numbers begin anew, but for
     * versions of questionnaires: what is remembered by such a number never changes, so it is never asked for again.
     */
    private static String empty(String schema) {
        return """
                do $$
                declare
                    it record;
                    used boolean;
                begin
                    for it in select c.oid::regclass as name, c.relkind as kind from pg_class c
                              where c.relnamespace = '%1$s'::regnamespace and c.relkind in ('r', 'p', 'S')
                                and c.relname not in ('flyway_schema_history', 'tenant_schema', 'questionnaire_version_id_seq')
                    loop
                        if it.kind = 'S' then
                            execute format('select is_called from %%s', it.name) into used;
                            if used then
                                perform setval(it.name, 1, false);
                            end if;
                        else
                            execute format('select exists (select from %%s)', it.name) into used;
                            if used then
                                execute format('delete from %%s', it.name);
                            end if;
                        end if;
                    end loop;
                end $$""".formatted(schema);
    }

    private static void putBack(Connection superuser, Tenant tenant) throws SQLException {
        try (PreparedStatement insert =
                superuser.prepareStatement("insert into control.tenant (id, slug, name, state, country, zone, currency)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, tenant.id().value());
            insert.setString(2, tenant.slug());
            insert.setString(3, tenant.name());
            insert.setString(4, tenant.state().name());
            insert.setString(5, tenant.country());
            insert.setString(6, tenant.zone().getId());
            insert.setString(7, tenant.currency().getCurrencyCode());
            insert.executeUpdate();
        }
        try (Statement statement = superuser.createStatement()) {
            statement.execute("insert into " + tenant.id().schema() + ".authentication_settings (sole) values (true)");
        }
    }
}
