package io.anteroom.tenancy.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.anteroom.tenancy.TenancySettings;
import io.anteroom.tenancy.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connections of those tenants whose id falls to this pool. Few tenants a connection means few plans and little of
 * the catalog in each backend, which is what a schema per tenant costs.
 */
final class SubPool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SubPool.class);

    /** One clinic's slow query or stuck transaction must not hold a connection that others wait for. */
    private static final String LONGEST_STATEMENT = "60s";

    private static final String LONGEST_SILENCE = "120s";

    private final HikariDataSource pool;
    private final PromptDataSource source;
    private final Shares shares;
    private final PoolCounts counts = new PoolCounts();
    private final LongAdder taken = new LongAdder();
    private final LongAdder switched = new LongAdder();
    private final LongAdder discarded = new LongAdder();
    private volatile @Nullable TenantId lastSeen;

    SubPool(int number, TenancySettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tenants-" + number);
        this.source = new PromptDataSource(new Warming(login(settings)));
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.connectionsPerSubPool());
        // One at least: with none, Hikari makes no new connection for those who wait when a discarded one was the last.
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.patience().toMillis());
        config.setIdleTimeout(TimeUnit.MINUTES.toMillis(5));
        config.setMaxLifetime(TimeUnit.MINUTES.toMillis(20));
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new AtReleaseOnly());
        // Made in this way, the pool opens its first connection when somebody wants one, and knows then for whom.
        this.pool = new HikariDataSource();
        config.copyStateTo(pool);
        this.shares = new Shares(settings.connectionsPerSubPool(), settings.patience());
    }

    private static PGSimpleDataSource login(TenancySettings settings) {
        PGSimpleDataSource login = new PGSimpleDataSource();
        login.setUrl(settings.url());
        login.setUser(settings.tenantUser());
        login.setPassword(settings.tenantPassword());
        login.setApplicationName("anteroom tenants");
        login.setTcpKeepAlive(true);
        // Kept plans are what makes a schema per tenant fast: each statement is prepared at its first use, planned once
        // without its values, and kept as long as the bounded cache lets it.
        login.setPrepareThreshold(1);
        login.setPreparedStatementCacheQueries(settings.statementsPerConnection());
        login.setPreparedStatementCacheSizeMiB(64);
        login.setOptions("-c plan_cache_mode=force_generic_plan -c statement_timeout=" + LONGEST_STATEMENT
                + " -c idle_in_transaction_session_timeout=" + LONGEST_SILENCE);
        return login;
    }

    Taken take(TenantId tenant) throws SQLException {
        taken.increment();
        return counts.waited(() -> takePart(tenant));
    }

    private Taken takePart(TenantId tenant) throws SQLException {
        Semaphore share = shares.take(tenant);
        if (!tenant.equals(lastSeen)) {
            switched.increment();
            lastSeen = tenant;
        }
        try {
            source.requireHope(read(HikariPoolMXBean::getTotalConnections));
            return new Taken(pool.getConnection(), share);
        } catch (SQLException | RuntimeException failed) {
            share.release();
            throw failed;
        }
    }

    /**
     * A connection, and the share of its tenant that it is a part of.
     *
     * @param share to be released once the connection is back
     */
    record Taken(Connection connection, Semaphore share) {}

    /** Ends the connection instead of keeping it: something on it went so wrong that it is not to be trusted. */
    void discard(Connection taken) {
        discarded.increment();
        pool.evictConnection(taken);
    }

    String name() {
        return pool.getPoolName();
    }

    PoolCounts counts() {
        return counts;
    }

    long taken() {
        return taken.sum();
    }

    long switched() {
        return switched.sum();
    }

    long discarded() {
        return discarded.sum();
    }

    /** How many wait for a connection of their own tenant's share, while the pool may have others. */
    int waitingForShare() {
        return shares.waiting();
    }

    /** Reads what the pool says of itself; nothing before its first connection was wanted. */
    int read(ToIntFunction<HikariPoolMXBean> value) {
        HikariPoolMXBean pooled = pool.getHikariPoolMXBean();
        return pooled == null ? 0 : value.applyAsInt(pooled);
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * A new backend's first change of role reads all memberships, some 10 ms among thousands; it is done when the
     * connection is made rather than in somebody's first page.
     */
    private final class Warming extends DelegatingDataSource {

        Warming(PGSimpleDataSource login) {
            super(login);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection made = super.getConnection();
            TenantId tenant = lastSeen;
            if (tenant != null) {
                try (Statement statement = made.createStatement()) {
                    statement.execute(Role.taking(tenant));
                } catch (SQLException failed) {
                    log.debug("A new connection could not be warmed", failed);
                }
            }
            return made;
        }
    }
}
