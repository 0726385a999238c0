package io.anteroom.clinic.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HashingTurnsTest {

    private final HashingTurns turns = new HashingTurns(2, Duration.ofMillis(200));

    @Test
    void aClinicThatIsFloodedTakesNoTurnFromAnother() throws Exception {
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> CurrentTenant.call(
                    Tenants.north(),
                    () -> turns.take(() -> {
                        begun.countDown();
                        await(done);
                        return "first";
                    })));
            begun.await();
            var second = threads.submit(() -> CurrentTenant.call(Tenants.north(), () -> turns.take(() -> "second")));

            assertThat(CurrentTenant.call(Tenants.south(), () -> turns.take(() -> "other")))
                    .contains("other");
            assertThat(second.get()).as("its turn never came").isEmpty();
            done.countDown();
            assertThat(first.get()).contains("first");
        }
        assertThat(CurrentTenant.call(Tenants.north(), () -> turns.take(() -> "later")))
                .contains("later");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
