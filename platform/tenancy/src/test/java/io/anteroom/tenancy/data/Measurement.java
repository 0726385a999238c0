package io.anteroom.tenancy.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.DatabaseRoles;
import io.anteroom.migrations.SchemaId;
import io.anteroom.migrations.TenantSchemas;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenancySettings;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import io.anteroom.tenancy.TwoTenants;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Measures again what {@code docs/tenancy.md} says, on the machine at hand; it asserts nothing and runs only when asked:
 * {@code ./mvnw -pl platform/tenancy -am test -Dtest=Measurement -Danteroom.measure=200
 * -Dsurefire.failIfNoSpecifiedTests=false}, the number being that of the tenants.
 */
@EnabledIfSystemProperty(named = "anteroom.measure", matches = "\\d+")
@SuppressWarnings("SystemOut")
class Measurement {

    private static final int THREADS = 8;
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final TwoTenants database = TwoTenants.in("measured");
    private final List<Tenant> tenants = new ArrayList<>();

    @Test
    void schemasAndPages() throws Exception {
        schemas(Integer.getInteger("anteroom.measure"));
        double fixed = fixedSchema();
        System.out.printf("one fixed schema, plain pool:     %6.0f pages/s  1.00%n", fixed);
        for (int many : new int[] {1, tenants.size()}) {
            double guarded = guarded(tenants.subList(0, many));
            System.out.printf("%5d tenants, 4 sub-pools of 3:   %6.0f pages/s  %.2f%n", many, guarded, guarded / fixed);
        }
    }

    private void schemas(int number) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(database.url());
        owner.setUser(DatabaseRoles.OWNER);
        owner.setPassword("owner");
        TenantSchemas schemas = new TenantSchemas(owner, new SecureRandom());
        long start = System.nanoTime();
        schemas.refill(number);
        long built = System.nanoTime();
        for (int i = 0; i < number; i++) {
            tenants.add(tenant(schemas.claim("measured " + i), i));
        }
        long claimed = System.nanoTime();
        System.out.printf("a schema built from the snapshot:  %6.1f ms%n", (built - start) / 1e6 / number);
        System.out.printf("a spare schema handed out:         %6.1f ms%n", (claimed - built) / 1e6 / number);
        for (Tenant tenant : tenants) {
            database.run("create table " + tenant.id().schema() + ".note (id bigint primary key, text text);"
                    + " insert into " + tenant.id().schema() + ".note select n, 'x' from generate_series(1, 100) n;"
                    + " grant select on " + tenant.id().schema() + ".note to "
                    + tenant.id().role());
        }
    }

    private static Tenant tenant(SchemaId schema, int number) {
        return new Tenant(
                new TenantId(schema.value()),
                "clinic-" + number,
                "Clinic",
                TenantState.ACTIVE,
                "GB",
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"));
    }

    /** A page is four queries by primary key and a commit. */
    private static void page(Connection connection, String table) throws SQLException {
        for (int i = 0; i < 4; i++) {
            // Four texts, as four queries of a real page would be.
            try (PreparedStatement query =
                    connection.prepareStatement("select text, " + i + " from " + table + " where id = ?")) {
                query.setLong(1, ThreadLocalRandom.current().nextLong(1, 100));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                }
            }
        }
        connection.commit();
    }

    private double fixedSchema() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url() + "?prepareThreshold=1&options=-c%20plan_cache_mode=force_generic_plan");
        config.setUsername(PostgresServer.shared().superuser());
        config.setPassword(PostgresServer.shared().superuserPassword());
        config.setMaximumPoolSize(12);
        config.setAutoCommit(false);
        String table = tenants.getFirst().id().schema() + ".note";
        try (var plain = new HikariDataSource(config)) {
            return perSecond(() -> {
                try (Connection connection = plain.getConnection()) {
                    page(connection, table);
                }
            });
        }
    }

    private double guarded(List<Tenant> among) throws Exception {
        var settings = new TenancySettings(
                database.url(), DatabaseRoles.CONTROL, "control", DatabaseRoles.TENANT, "tenant", 4, 4, 3, 1024);
        try (TenantDataSource source = new TenantDataSource(settings, List.of())) {
            return perSecond(() -> {
                Tenant tenant = among.get(ThreadLocalRandom.current().nextInt(among.size()));
                CurrentTenant.call(tenant, () -> {
                    TransactionSynchronizationManager.setActualTransactionActive(true);
                    try (Connection connection = source.getConnection()) {
                        page(connection, "__tenant__.note");
                    } finally {
                        TransactionSynchronizationManager.setActualTransactionActive(false);
                    }
                    return true;
                });
            });
        }
    }

    private interface Page {
        void read() throws SQLException;
    }

    /** A round to warm up and a round to count. */
    private static double perSecond(Page page) throws InterruptedException {
        during(page);
        return during(page) / (double) ROUND.toSeconds();
    }

    private static long during(Page page) throws InterruptedException {
        LongAdder pages = new LongAdder();
        AtomicBoolean running = new AtomicBoolean(true);
        CountDownLatch ended = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(() -> {
                try {
                    while (running.get()) {
                        page.read();
                        pages.increment();
                    }
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                } finally {
                    ended.countDown();
                }
            });
        }
        Thread.sleep(ROUND);
        running.set(false);
        ended.await();
        return pages.sum();
    }
}
