package io.anteroom.tenancy.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.anteroom.tenancy.TenancySettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The way to the control schema: {@code controlDataSource}, {@code control}, {@code controlTransactions}. */
@Configuration(proxyBeanMethods = false)
public class ControlDatabase {

    /** A change whose notice is lost with its connection is known after no more than these two and a new connection. */
    private static final Duration LONGEST_QUIET = Duration.ofSeconds(10);

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    @Bean(defaultCandidate = false)
    HikariDataSource controlDataSource(TenancySettings settings) {
        PromptDataSource source = new PromptDataSource(login(settings));
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("control");
        pool.setDataSource(source);
        pool.setConnectionTimeout(settings.patience().toMillis());
        pool.setMaximumPoolSize(settings.controlConnections());
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(-1);
        return new ControlPool(pool, source);
    }

    /** Tells at once where the database does not answer. */
    private static final class ControlPool extends HikariDataSource {

        private final PromptDataSource source;

        ControlPool(HikariConfig config, PromptDataSource source) {
            super(config);
            this.source = source;
        }

        @Override
        public Connection getConnection() throws SQLException {
            HikariPoolMXBean pooled = getHikariPoolMXBean();
            source.requireHope(pooled == null ? 0 : pooled.getTotalConnections());
            return super.getConnection();
        }
    }

    @Bean(defaultCandidate = false)
    @Qualifier("control")
    JdbcClient controlJdbcClient(@Qualifier("controlDataSource") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean(defaultCandidate = false)
    PlatformTransactionManager controlTransactions(@Qualifier("controlDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Notices databaseNotices(TenancySettings settings, List<NoticeListener> listeners) {
        PGSimpleDataSource login = login(settings);
        login.setSocketTimeout((int) LONGEST_ANSWER.toSeconds());
        return new Notices(login, listeners, LONGEST_QUIET);
    }

    private static PGSimpleDataSource login(TenancySettings settings) {
        PGSimpleDataSource login = new PGSimpleDataSource();
        login.setUrl(settings.url());
        login.setUser(settings.controlUser());
        login.setPassword(settings.controlPassword());
        login.setApplicationName("anteroom control");
        login.setTcpKeepAlive(true);
        return login;
    }
}
