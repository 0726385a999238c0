package io.anteroom.tenancy.data;

import static io.anteroom.tenancy.data.Fixture.north;
import static io.anteroom.tenancy.data.Fixture.run;
import static io.anteroom.tenancy.data.Fixture.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void rolesTakenAlongAndApartWaitsAndRefusalsAreCounted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new PoolMetrics(Fixture.dataSource()).bindTo(registry);
        double waits = registry.get("anteroom.tenancy.connections.wait")
                .functionTimer()
                .count();
        double along = value(registry, "roles.along");
        double apart = value(registry, "roles.apart");
        double refused = value(registry, "sql.refused");

        run(north(), () -> Fixture.notes().texts());
        assertThat(value(registry, "roles.along")).isEqualTo(along + 1);
        assertThat(value(registry, "roles.apart")).isEqualTo(apart);

        run(
                south(),
                () -> Fixture.jdbc()
                        .batchUpdate(
                                "update __tenant__.note set text = ? where id = ?",
                                List.of(new Object[] {"a", 1L}, new Object[] {"b", 2L})));
        assertThat(value(registry, "roles.apart")).isEqualTo(apart + 1);

        assertThatThrownBy(() -> run(north(), () -> Fixture.jdbc().execute("set role none")))
                .hasRootCauseInstanceOf(RefusedSqlException.class);
        assertThat(value(registry, "sql.refused")).isEqualTo(refused + 1);
        assertThat(registry.get("anteroom.tenancy.connections.wait")
                        .functionTimer()
                        .count())
                .isEqualTo(waits + 3);
        assertThat(value(registry, "connections.unavailable")).isZero();
    }

    private static double value(SimpleMeterRegistry registry, String what) {
        return registry.get("anteroom.tenancy." + what).functionCounter().count();
    }

    private static double count(SimpleMeterRegistry registry, String what) {
        return registry.get("anteroom.tenancy.connections." + what)
                .functionCounter()
                .count();
    }
}
