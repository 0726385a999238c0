package io.anteroom.tenancy.data;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.localservices.postgres.PostgresWire;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TestApplication;
import io.anteroom.tenancy.TwoTenants;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionTemplate;

/** An application on two tenants, with PostgreSQL behind a counter of round trips; one for all tests of the package. */
final class Fixture {

    static final TwoTenants TENANTS = TwoTenants.in("data");

    static final PostgresWire WIRE = new PostgresWire(PostgresServer.shared().port());

    static {
        // Read by each pool when it is made. The question costs a round trip, after half a second of rest.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "3600000");
    }

    static final ConfigurableApplicationContext APPLICATION =
            TestApplication.start(TENANTS, WIRE.url("data"), context -> {}, NotesConfiguration.class);

    private Fixture() {}

    static Tenant north() {
        return TENANTS.north();
    }

    static Tenant south() {
        return TENANTS.south();
    }

    static JdbcClient sql() {
        return APPLICATION.getBean(JdbcClient.class);
    }

    static JdbcTemplate jdbc() {
        return APPLICATION.getBean(JdbcTemplate.class);
    }

    static Notes notes() {
        return APPLICATION.getBean(Notes.class);
    }

    static EntityManager entities() {
        return SharedEntityManagerCreator.createSharedEntityManager(
                APPLICATION.getBean(jakarta.persistence.EntityManagerFactory.class));
    }

    static JpaTransactionManager transactions() {
        return APPLICATION.getBean(JpaTransactionManager.class);
    }

    static TenantDataSource dataSource() {
        return APPLICATION.getBean(TenantDataSource.class);
    }

    /** Does {@code work} as {@code tenant} in a transaction. */
    static <R> R in(Tenant tenant, Supplier<R> work) {
        return CurrentTenant.call(tenant, () -> {
            R result = new TransactionTemplate(transactions()).execute(transaction -> work.get());
            if (result == null) {
                throw new IllegalStateException("Nothing came back");
            }
            return result;
        });
    }

    static void run(Tenant tenant, Runnable work) {
        in(tenant, () -> {
            work.run();
            return true;
        });
    }

    /** Does {@code work} as {@code tenant} in a transaction that only reads. */
    static void reading(Tenant tenant, Runnable work) {
        TransactionTemplate reading = new TransactionTemplate(transactions());
        reading.setReadOnly(true);
        CurrentTenant.run(tenant, () -> reading.executeWithoutResult(transaction -> work.run()));
    }

    /** Puts both tables of notes back to the rows 1 and 2. */
    static void reset() {
        for (Tenant tenant : java.util.List.of(north(), south())) {
            String table = tenant.id().schema() + ".note";
            TENANTS.run("truncate " + table + " restart identity; insert into " + table + " (text) values ('"
                    + tenant.slug() + " 1'), ('" + tenant.slug() + " 2')");
        }
    }
}
