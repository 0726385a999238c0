package io.anteroom.server.migration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The owner's connections. Not a {@code DataSource} bean, so that nothing can have it injected by mistake; none is open
 * while nobody needs one.
 */
class OwnerDatabase implements AutoCloseable {

    /** Beside one for each schema at work: the registry, and a rehearsal or Flyway's two. */
    private static final int CONNECTIONS_BESIDE = 3;

    private final HikariDataSource pool;

    OwnerDatabase(MigrationSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("owner");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.parallel() + CONNECTIONS_BESIDE);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    DataSource connections() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
