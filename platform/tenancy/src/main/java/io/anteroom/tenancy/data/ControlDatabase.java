package io.anteroom.tenancy.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.anteroom.tenancy.TenancySettings;
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

    @Bean(defaultCandidate = false)
    HikariDataSource controlDataSource(TenancySettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("control");
        pool.setDataSource(login(settings));
        pool.setMaximumPoolSize(settings.controlConnections());
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
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
        return new Notices(login(settings), listeners);
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
