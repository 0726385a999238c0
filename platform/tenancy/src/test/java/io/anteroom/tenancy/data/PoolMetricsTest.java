package io.anteroom.tenancy.data;

import static io.anteroom.tenancy.data.Fixture.north;
import static io.anteroom.tenancy.data.Fixture.run;
import static io.anteroom.tenancy.data.Fixture.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolMetricsTest {

    @Test
    void takingAndSwitchingAreCountedByPoolAndNeverByTenant() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new PoolMetrics(Fixture.dataSource()).bindTo(registry);
        run(north(), () -> Fixture.notes().texts());
        double taken = count(registry, "taken");
        double switched = count(registry, "switched");

        run(north(), () -> {
            Fixture.notes().texts();
            assertThat(registry.get("anteroom.tenancy.connections.active")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        });
        run(south(), () -> Fixture.notes().texts());

        assertThat(count(registry, "taken")).isEqualTo(taken + 2);
        assertThat(count(registry, "switched")).isEqualTo(switched + 1);
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getTags()).isEqualTo(List.of(Tag.of("pool", "tenants-0"))));
    }

    private static double count(SimpleMeterRegistry registry, String what) {
        return registry.get("anteroom.tenancy.connections." + what)
                .functionCounter()
                .count();
    }
}
