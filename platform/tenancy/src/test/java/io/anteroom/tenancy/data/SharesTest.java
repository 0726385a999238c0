package io.anteroom.tenancy.data;

import static io.anteroom.tenancy.data.Fixture.north;
import static io.anteroom.tenancy.data.Fixture.run;
import static io.anteroom.tenancy.data.Fixture.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.tenancy.TenantId;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fixture's sub-pool has three connections, so that one tenant's share of it is two. */
class SharesTest {

    private static final TenantId ONE = new TenantId("aaaabbbbcccc");
    private static final TenantId OTHER = new TenantId("ccccbbbbaaaa");

    @BeforeEach
    void notes() {
        Fixture.reset();
    }

    @Test
    void aStuckTenantWaitsForItselfAndItsNeighbourForNobody() throws Exception {
        SubPool shared = Fixture.dataSource().poolOf(north());
        assertThat(Fixture.dataSource().poolOf(south())).isSameAs(shared);
        var stuck = new CountDownLatch(2);
        var unlocked = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> holders = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                holders.add(threads.submit(() -> run(north(), () -> {
                    Fixture.notes().texts();
                    stuck.countDown();
                    await(unlocked);
                })));
            }
            stuck.await();
            Future<?> behind =
                    threads.submit(() -> run(north(), () -> Fixture.notes().texts()));
            Awaitility.await().until(() -> shared.waitingForShare() > 0);

            run(south(), () -> assertThat(Fixture.notes().texts()).containsExactly("south 1", "south 2"));

            unlocked.countDown();
            for (Future<?> holder : holders) {
                holder.get();
            }
            gotInOrWasTold(behind);
        }
        assertThat(shared.waitingForShare()).isZero();
    }

    @Test
    void aConnectionThatBreaksIsCountedAsGivenBack() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> run(
                            north(),
                            () -> Fixture.sql()
                                    .sql("select pg_terminate_backend(pg_backend_pid())")
                                    .query()
                                    .listOfRows()))
                    .isInstanceOf(RuntimeException.class);
        }
        run(north(), () -> assertThat(Fixture.notes().texts()).hasSize(2));
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws SQLException {
        var shares = new Shares(2, Duration.ZERO);
        Semaphore held = shares.take(ONE);

        assertThatThrownBy(() -> shares.take(ONE)).isInstanceOf(SQLTransientConnectionException.class);
        shares.take(OTHER).release();
        held.release();
        shares.take(ONE).release();
    }

    /** It got in, or was told that it had waited too long, which a busy machine may bring about. */
    private static void gotInOrWasTold(Future<?> behind) throws InterruptedException {
        try {
            behind.get();
        } catch (ExecutionException told) {
            assertThat(told).hasRootCauseInstanceOf(SQLTransientConnectionException.class);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
