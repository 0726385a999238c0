package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.server.WholeApplication;
import io.anteroom.server.isolation.Caller.Answer;
import io.anteroom.testing.Tenants;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The north's table of sessions is locked, so that each of its patients' pages waits. Both clinics have the same three
 * connections; four requests of a clinic may be in progress.
 */
@WholeApplication
@TestPropertySource(properties = {"anteroom.tenancy.sub-pools=1", "anteroom.web.fairness.at-once=4"})
class StuckClinicTest {

    private static final int AT_ONCE = 4;

    @Value("${anteroom.tenancy.url}")
    private String database;

    private Visitors visitors;
    private Caller north;
    private Caller south;

    @BeforeEach
    void openBoth(@Autowired ApplicationContext application) {
        visitors = new Visitors(application);
        visitors.clinics().open();
        north = visitors.at("north", "portal", visitors.clinics().session(Tenants.north(), 1));
        south = visitors.at("south", "portal", visitors.clinics().session(Tenants.south(), 1));
        assertThat(north.call("GET", "/").status()).isEqualTo(200);
        assertThat(south.call("GET", "/").status()).isEqualTo(200);
    }

    @Test
    void aStuckClinicSlowsItselfOnlyAndRecoversByItself() throws Exception {
        try (ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Answer> answers = new ExecutorCompletionService<>(visits);
            try (Connection lock = locked()) {
                for (int i = 0; i <= AT_ONCE; i++) {
                    answers.submit(() -> north.call("GET", "/"));
                }

                Answer beyond = answers.take().get();
                assertThat(beyond.status()).isEqualTo(429);
                assertThat(beyond.all()).contains("retry-after: [1]", "north clinic", "very busy at the moment");

                assertThat(south.call("GET", "/").status()).isEqualTo(200);
                assertThat(south.call("GET", "/invoices").mentions(TwoClinics.SOUTHS))
                        .isTrue();
                assertThat(visitors.at("app", "staff", visitors.owner(Tenants.south()))
                                .call("GET", "/o/south/patients")
                                .status())
                        .isEqualTo(200);
                lock.rollback();
            }
            for (int i = 0; i < AT_ONCE; i++) {
                answers.take().get();
            }
        }
        assertThat(north.call("GET", "/").status()).isEqualTo(200);
        assertThat(north.call("GET", "/invoices").mentions(TwoClinics.NORTHS)).isTrue();
    }

    private Connection locked() throws SQLException {
        PostgresServer server = PostgresServer.shared();
        Connection connection = DriverManager.getConnection(database, server.superuser(), server.superuserPassword());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + Tenants.north().id().schema() + ".portal_session");
        }
        return connection;
    }
}
