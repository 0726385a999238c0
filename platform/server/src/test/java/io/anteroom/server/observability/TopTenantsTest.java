package io.anteroom.server.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.testing.TestClock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopTenantsTest {

    private static final int MOST = 20;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Random random = new Random(7);
    private double removed;
    private int mostSeriesAtOnce;

    private final TopTenants tenants = new TopTenants(new ObservabilitySettings(MOST, WINDOW), registry, clock);

    @BeforeEach
    void watchWhatIsRemoved() {
        registry.config().onMeterRemoved(meter -> removed += ((Timer) meter).count());
    }

    @Test
    void aThousandTenantsGiveTwentySeriesAndOneAndEveryRequestCountsInOne() {
        for (int i = 0; i < 100_000; i++) {
            answered("tenant" + random.nextInt(1_000));
            clock.advance(Duration.ofMillis(30));
            mostSeriesAtOnce = Math.max(mostSeriesAtOnce, i % 100 == 0 ? names().size() : 0);
        }

        assertThat(names()).hasSize(MOST + 1).contains(TopTenants.OTHER);
        assertThat(mostSeriesAtOnce).isEqualTo(MOST + 1);
        assertThat(counted() + removed).isEqualTo(100_000);
    }

    @Test
    void whoeverIsUsedMostHasASeriesHoweverManyCameBefore() {
        IntStream.range(0, 1_000).forEach(i -> answered("quiet" + i));
        for (int i = 0; i < 20_000; i++) {
            answered(i % 2 == 0 ? "busy" + i % 10 : "quiet" + random.nextInt(1_000));
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(names()).contains("busy0", "busy2", "busy4", "busy6", "busy8");
        assertThat(counted() + removed).isEqualTo(21_000);
    }

    @Test
    void whoIsNoLongerUsedLosesTheSeriesToWhoIs() {
        for (int i = 0; i < MOST; i++) {
            answered("morning" + i);
        }
        for (int window = 0; window < 3; window++) {
            for (int i = 0; i < 100 * MOST; i++) {
                answered("evening" + i % MOST);
            }
            clock.advance(WINDOW);
        }
        answered("evening1");

        assertThat(names()).hasSize(MOST + 1).noneMatch(name -> name.startsWith("morning"));
        assertThat(registry.find("anteroom.tenants.requests")
                        .tag("tenant", "morning1")
                        .timer())
                .isNull();
    }

    @Test
    void tenantsUsedAlikeChangeNoPlaces() {
        IntStream.range(0, MOST).forEach(i -> answered("first" + i));
        Set<String> before = names();
        for (int window = 0; window < 5; window++) {
            for (int i = 0; i < 50; i++) {
                IntStream.range(0, MOST).forEach(each -> answered("first" + each));
                IntStream.range(0, MOST).forEach(each -> answered("second" + each));
            }
            clock.advance(WINDOW);
        }

        assertThat(names()).isEqualTo(before);
        assertThat(removed).isZero();
    }

    @Test
    void faultsCountApart() {
        tenants.answered("busy", Timer.start(registry), true);
        answered("busy");

        assertThat(registry.get("anteroom.tenants.requests")
                        .tags("tenant", "busy", "outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void withNoneWantedAllAreOthers() {
        SimpleMeterRegistry quiet = new SimpleMeterRegistry();
        TopTenants none = new TopTenants(new ObservabilitySettings(0, WINDOW), quiet, clock);
        IntStream.range(0, 50).forEach(i -> none.answered("tenant" + i, Timer.start(quiet), false));

        assertThat(quiet.get("anteroom.tenants.requests")
                        .tags("tenant", "other", "outcome", "answered")
                        .timer()
                        .count())
                .isEqualTo(50);
        assertThat(quiet.getMeters()).hasSize(2);
    }

    @Test
    void soManyThatNobodyCouldStoreThemAreRefused() {
        assertThatThrownBy(() -> new ObservabilitySettings(101, WINDOW))
                .hasMessageContaining("anteroom.observability.top-tenants");
        assertThatThrownBy(() -> new ObservabilitySettings(20, Duration.ZERO))
                .hasMessageContaining("anteroom.observability.top-window");
    }

    private void answered(String tenant) {
        tenants.answered(tenant, Timer.start(registry), false);
    }

    private Set<String> names() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(id -> String.valueOf(id.getTag("tenant")))
                .collect(Collectors.toSet());
    }

    private double counted() {
        return registry.find("anteroom.tenants.requests").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
