package io.anteroom.tenancy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Two tenants whose ids have the same hash, so that a map keeps them in one place. */
class RememberedTest {

    private static final Tenant NORTH = tenant("aaaaaaaaaaap");
    private static final Tenant SOUTH = tenant("aaaaaaaaaac2");

    private final Map<Tenant, String> stored = new HashMap<>(Map.of(NORTH, "red", SOUTH, "blue"));

    @Test
    void theTwoCollide() {
        assertThat(NORTH.id()).hasSameHashCodeAs(SOUTH.id()).isNotEqualTo(SOUTH.id());
    }

    @Test
    void eachTenantsIsReadOnceUntilItsChangeIsHeard() {
        var colours = new Colours(this::colour);
        assertThat(colours.of(NORTH)).isEqualTo("red");
        assertThat(colours.of(SOUTH)).isEqualTo("blue");
        stored.replaceAll((tenant, colour) -> "dark " + colour);

        colours.heard(NORTH.id().value());

        assertThat(colours.of(NORTH)).isEqualTo("dark red");
        assertThat(colours.of(SOUTH)).isEqualTo("blue");
    }

    @Test
    void whereNoticesMayHaveBeenMissedAllAreReadAgain() {
        var colours = new Colours(this::colour);
        assertThat(colours.of(SOUTH)).isEqualTo("blue");
        stored.put(SOUTH, "green");

        colours.missed();

        assertThat(colours.of(SOUTH)).isEqualTo("green");
    }

    @Test
    void whatChangedWhileItWasReadIsReadAgain() {
        var told = new CompletableFuture<Colours>();
        var colours = new Colours(tenant -> {
            String before = colour(tenant);
            if (stored.replace(tenant, "red", "green")) {
                told.join().heard(tenant.id().value());
            }
            return before;
        });
        told.complete(colours);

        assertThat(colours.of(NORTH)).isEqualTo("red");
        assertThat(colours.of(NORTH)).isEqualTo("green");
    }

    @Test
    void nobodyWaitsForATenantThatIsStuckAndItsOwnVisitorsWaitBesideEachOther() throws Exception {
        var visitors = new CountDownLatch(2);
        var end = new CountDownLatch(1);
        var colours = new Colours(tenant -> {
            if (tenant.equals(NORTH)) {
                visitors.countDown();
                awaited(end);
            }
            return colour(tenant);
        });
        try {
            var first = CompletableFuture.supplyAsync(() -> colours.of(NORTH), Thread::startVirtualThread);
            var second = CompletableFuture.supplyAsync(() -> colours.of(NORTH), Thread::startVirtualThread);
            assertThat(awaited(visitors)).isTrue();
            var neighbour = CompletableFuture.supplyAsync(() -> colours.of(SOUTH), Thread::startVirtualThread);
            assertThat(neighbour.get(1, TimeUnit.MINUTES)).isEqualTo("blue");
            assertThat(first).isNotDone();

            end.countDown();

            assertThat(first.join()).isEqualTo("red");
            assertThat(second.join()).isEqualTo("red");
        } finally {
            end.countDown();
        }
    }

    private String colour(Tenant tenant) {
        return Objects.requireNonNull(stored.get(tenant));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Tenant tenant(String id) {
        return new Tenant(
                new TenantId(id),
                "clinic",
                "Clinic",
                TenantState.ACTIVE,
                "GB",
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"));
    }

    private static final class Colours extends Remembered<String> {

        private final Function<Tenant, String> reading;

        Colours(Function<Tenant, String> reading) {
            super("colour_changed");
            this.reading = reading;
        }

        String of(Tenant tenant) {
            return CurrentTenant.call(tenant, this::remembered);
        }

        @Override
        protected String read(Tenant tenant) {
            return reading.apply(tenant);
        }
    }
}
