package io.anteroom.controlplane.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.testing.Tenants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@ControlPlaneTest
class RolloutMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    /** Kept, since the registry holds what it asks only weakly. */
    @SuppressWarnings("NullAway.Init")
    private RolloutMetrics metrics;

    @BeforeEach
    void bound() {
        nothingFailed();
        metrics = new RolloutMetrics(control);
        metrics.bindTo(meters);
    }

    /** The registry outlives a test's data, since the schemas do. */
    @AfterEach
    void nothingFailed() {
        control.sql("update control.tenant_schema set error = null, retry_at = null, attempts = 0")
                .update();
    }

    @Test
    void beforeTheFirstMigrationNothingIsBehind() {
        assertThat(schemas("behind")).isZero();
        assertThat(schemas("failed")).isZero();
        assertThat(schemas("current")).isGreaterThanOrEqualTo(2);
        assertThat(unfinished()).isZero();
    }

    @Test
    void whatTheMigrationLeftBehindStaysInTheFiguresAfterItHasEnded() {
        double all = schemas("current");
        control.sql("insert into control.fleet_migration (version, canary, started_at) values (900, ?, now())")
                .param(Tenants.north().id().value())
                .update();
        control.sql("update control.tenant_schema set error = 'V900__x.sql: 42701' where id = ?")
                .param(Tenants.south().id().value())
                .update();

        assertThat(schemas("failed")).isEqualTo(1);
        assertThat(schemas("behind")).isEqualTo(all - 1);
        assertThat(schemas("current")).isZero();
        assertThat(unfinished()).isEqualTo(1);

        control.sql("update control.fleet_migration set finished_at = now()").update();
        assertThat(unfinished()).isZero();
    }

    private double schemas(String state) {
        return meters.get("anteroom.fleet.schemas").tag("state", state).gauge().value();
    }

    private double unfinished() {
        return meters.get("anteroom.fleet.unfinished").gauge().value();
    }
}
