package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** All connections are taken, by a clinic's own stuck work or in the control schema. */
@Timeout(120)
class FullPoolTest {

    private static final String AWAY = "can’t be reached at the moment";
    private static final int MORE_THAN_THERE_ARE = 12;
    private static final RunningDemo DEMO = RunningDemo.shared();

    private static Guest patient;
    private static Guest neighbour;
    private static Guest staff;

    @BeforeAll
    static void peopleAreSignedIn() {
        patient = Guest.patient(DEMO, "harbour", "ben@patients.example");
        neighbour = Guest.patient(DEMO, "sakura", "haruto@patients.example");
        staff = Guest.staff(DEMO, "olivia@harbour.example");
    }

    @Test
    void aStuckClinicSaysSoAndItsNeighboursNoticeNothing() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService stuck = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                hold(DEMO.tenant("harbour"), stuck, release);

                patient.opens("/invoices").saysNotNow(AWAY);
                staff.opens("/o/harbour/patients").saysNotNow(AWAY);
                assertThat(neighbour.opens("/invoices").status()).isEqualTo(200);
            } finally {
                release.countDown();
            }
        }
        eventually(() -> patient.opens("/invoices").status() == 200);
        eventually(() -> staff.opens("/o/harbour/patients").status() == 200);
    }

    @Test
    void aFullControlPoolStopsStaffAndNoPatient() throws SQLException {
        DataSource control = DEMO.application().getBean("controlDataSource", DataSource.class);
        List<Connection> held = new ArrayList<>();
        DEMO.application().getBean(TenantDirectory.class).missed();
        assertThat(patient.opens("/invoices").status())
                .as("from now on its address is remembered")
                .isEqualTo(200);
        try {
            while (takes(control, held)) {
                assertThat(held).hasSizeLessThan(1_000);
            }

            staff.opens("/o/harbour/patients").saysNotNow(AWAY);
            assertThat(patient.opens("/invoices").status()).isEqualTo(200);
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
        eventually(() -> staff.opens("/o/harbour/patients").status() == 200);
    }

    private static boolean takes(DataSource pool, List<Connection> held) throws SQLException {
        try {
            held.add(pool.getConnection());
            return true;
        } catch (SQLTransientConnectionException full) {
            return false;
        }
    }

    /** Holds every connection the clinic may have, until released; returns when there is none left. */
    private static void hold(Tenant clinic, ExecutorService stuck, CountDownLatch release) {
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger holding = new AtomicInteger();
        for (int i = 0; i < MORE_THAN_THERE_ARE; i++) {
            stuck.execute(() -> CurrentTenant.run(clinic, () -> {
                try {
                    DEMO.application().getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
                        DEMO.application()
                                .getBean(JdbcClient.class)
                                .sql("select count(*) from __tenant__.patient")
                                .query(Long.class)
                                .single();
                        holding.incrementAndGet();
                        awaitQuietly(release);
                    });
                } catch (CannotCreateTransactionException | JDBCConnectionException full) {
                    refused.incrementAndGet();
                }
            }));
        }
        eventually(() -> refused.get() > 0 && refused.get() + holding.get() == MORE_THAN_THERE_ARE);
    }

    private static void awaitQuietly(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
