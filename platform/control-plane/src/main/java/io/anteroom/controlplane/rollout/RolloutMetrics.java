package io.anteroom.controlplane.rollout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the migration of the fleet stands. The process that migrates ends, and nobody can ask it any more; so those that stay
 * read its registry: {@code anteroom.fleet.schemas} by state, and {@code anteroom.fleet.unfinished}, whether a version was
 * begun that not all schemas have.
 */
final class RolloutMetrics implements MeterBinder {

    private final JdbcClient control;

    RolloutMetrics(JdbcClient control) {
        this.control = control;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        schemas(registry, "current", "there.state = 'current'");
        schemas(registry, "behind", "there.state in ('waiting', 'migrating', 'retrying')");
        schemas(registry, "failed", "there.state = 'failed'");
        schemas(registry, "spare", "there.spare");
        Gauge.builder("anteroom.fleet.unfinished", this, RolloutMetrics::unfinished)
                .description("1 while a version was begun that not all schemas have")
                .register(registry);
    }

    private void schemas(MeterRegistry registry, String state, String condition) {
        String question = "select count(*) from control.fleet_schema there where " + condition;
        Gauge.builder("anteroom.fleet.schemas", this, of -> of.count(question))
                .tag("state", state)
                .description("Schemas of clinics, and spare ones, by how the newest version has reached them")
                .register(registry);
    }

    private long unfinished() {
        return count("""
                select count(*) from (select finished_at from control.fleet_migration order by version desc limit 1) begun
                where finished_at is null""");
    }

    private long count(String question) {
        return control.sql(question).query(Long.class).single();
    }
}
