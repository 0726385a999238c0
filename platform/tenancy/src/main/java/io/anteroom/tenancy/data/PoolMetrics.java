package io.anteroom.tenancy.data;

import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Gauges and counters of the tenants' connections, tagged by sub-pool, of which there are few, and never by tenant, of
 * which there are thousands.
 */
final class PoolMetrics implements MeterBinder {

    private final TenantDataSource tenants;

    PoolMetrics(TenantDataSource tenants) {
        this.tenants = tenants;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SubPool pool : tenants.pools()) {
            gauge(registry, pool, "active", HikariPoolMXBean::getActiveConnections);
            gauge(registry, pool, "idle", HikariPoolMXBean::getIdleConnections);
            gauge(registry, pool, "waiting", HikariPoolMXBean::getThreadsAwaitingConnection);
            Gauge.builder("anteroom.tenancy.connections.waiting.share", pool, SubPool::waitingForShare)
                    .tag("pool", pool.name())
                    .description("Those who wait since their own tenant holds its whole share of the pool")
                    .register(registry);
            counts(registry, pool.name(), pool.counts());
            FunctionCounter.builder("anteroom.tenancy.connections.taken", pool, SubPool::taken)
                    .tag("pool", pool.name())
                    .description("Connections taken for a transaction of some tenant")
                    .register(registry);
            FunctionCounter.builder("anteroom.tenancy.connections.switched", pool, SubPool::switched)
                    .tag("pool", pool.name())
                    .description("Of those, for another tenant than the one before in this sub-pool")
                    .register(registry);
            FunctionCounter.builder("anteroom.tenancy.connections.discarded", pool, SubPool::discarded)
                    .tag("pool", pool.name())
                    .description("Connections not kept, since a right was missing or a plan no longer fitted")
                    .register(registry);
        }
    }

    private static void counts(MeterRegistry registry, String pool, PoolCounts counts) {
        FunctionTimer.builder(
                        "anteroom.tenancy.connections.wait",
                        counts,
                        PoolCounts::waits,
                        of -> of.waited(TimeUnit.NANOSECONDS),
                        TimeUnit.NANOSECONDS)
                .tag("pool", pool)
                .description("How long transactions waited for their connection")
                .register(registry);
        counter(registry, "connections.unavailable", pool, "Waits that ended without one", counts, PoolCounts::inVain);
        counter(
                registry,
                "roles.along",
                pool,
                "Roles of tenants taken by the first statement's own round trip",
                counts,
                PoolCounts::rolesTakenAlong);
        counter(
                registry,
                "roles.apart",
                pool,
                "Roles of tenants taken by one more round trip",
                counts,
                PoolCounts::rolesTakenApart);
        counter(registry, "sql.refused", pool, "What the guard refused", counts, PoolCounts::refusals);
    }

    private static void counter(
            MeterRegistry registry,
            String what,
            String pool,
            String description,
            PoolCounts counts,
            ToDoubleFunction<PoolCounts> value) {
        FunctionCounter.builder("anteroom.tenancy." + what, counts, value)
                .tag("pool", pool)
                .description(description)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry, SubPool pool, String what, ToIntFunction<HikariPoolMXBean> value) {
        Gauge.builder("anteroom.tenancy.connections." + what, pool, of -> of.read(value))
                .tag("pool", pool.name())
                .register(registry);
    }
}
