package io.anteroom.tenancy.data;

import static org.awaitility.Awaitility.await;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.localservices.postgres.PostgresWire;
import io.anteroom.tenancy.TwoTenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A listener whose connection falls silent, as behind a router that was started anew, where neither side hears of it. */
class NoticesTest {

    private final AtomicInteger connections = new AtomicInteger();
    private final Heard heard = new Heard();

    /** Writes down what it is told. */
    private static final class Heard implements NoticeListener {

        private final Queue<String> payloads = new ConcurrentLinkedQueue<>();
        private final AtomicInteger missed = new AtomicInteger();

        @Override
        public String channel() {
            return "tenant_changed";
        }

        @Override
        public void heard(String payload) {
            payloads.add(payload);
        }

        @Override
        public void missed() {
            missed.incrementAndGet();
        }
    }

    @Test
    void aConnectionThatFellSilentIsGivenUpAndAnotherListens() {
        TwoTenants tenants = TwoTenants.in("notices");
        try (PostgresWire wire = new PostgresWire(PostgresServer.shared().port())) {
            Notices notices = new Notices(counting(login(wire)), List.of(heard), Duration.ofMillis(50));
            notices.start();
            try {
                await().until(() -> heard.missed.get() == 1);
                wire.stretch(Duration.ofHours(1));
                await().until(() -> connections.get() == 2);
                wire.stretch(Duration.ZERO);
                await().until(() -> heard.missed.get() == 2);
                tenants.run("notify tenant_changed, 'somebody'");
                await().until(() -> heard.payloads.contains("somebody"));
            } finally {
                notices.stop();
            }
        }
    }

    private static PGSimpleDataSource login(PostgresWire wire) {
        PGSimpleDataSource login = new PGSimpleDataSource();
        login.setUrl(wire.url("notices"));
        login.setUser("anteroom_control");
        login.setPassword("control");
        login.setSocketTimeout(1);
        return login;
    }

    private DelegatingDataSource counting(PGSimpleDataSource login) {
        return new DelegatingDataSource(login) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        };
    }
}
