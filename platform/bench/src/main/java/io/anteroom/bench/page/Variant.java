package io.anteroom.bench.page;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.anteroom.bench.House;
import io.anteroom.migrations.DatabaseRoles;
import io.anteroom.server.AnteroomApplication;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The portal in this process, as it is or with another way to clinics' data. */
final class Variant implements AutoCloseable {

    private final ConfigurableApplicationContext application;

    private Variant(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** As it is. */
    static Variant product(House house, String url) {
        return start(house, url, AnteroomApplication.class);
    }

    /** With all SQL on the schema of the first clinic, whoever is asked for. */
    static Variant fixed(House house, String url) {
        return start(house, url, AnteroomApplication.class, FixedSchema.class);
    }

    /** With Hibernate's own switching of schemas. */
    static Variant stock(House house, String url) {
        return start(house, url, AnteroomApplication.class, StockSwitching.class);
    }

    private static Variant start(House house, String url, Class<?>... sources) {
        List<String> settings = new ArrayList<>(house.settings(house.database(), "portal"));
        settings.removeIf(setting -> setting.startsWith("--anteroom.tenancy.url="));
        settings.addAll(List.of(
                "--anteroom.tenancy.url=" + url,
                "--bench.schema=" + house.clinics().getFirst().id().schema(),
                "--server.port=0",
                "--management.server.port=0",
                "--spring.main.allow-bean-definition-overriding=true"));
        return new Variant(new SpringApplicationBuilder(sources)
                .registerShutdownHook(false)
                .run(settings.toArray(String[]::new)));
    }

    /** A pool of the owner's connections, who needs no role, set as the product's are. */
    static HikariDataSource pool(Environment settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.getRequiredProperty("anteroom.tenancy.url"));
        config.setUsername(DatabaseRoles.OWNER);
        config.setPassword(settings.getRequiredProperty("anteroom.migrations.password"));
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("preparedStatementCacheQueries", "768");
        config.addDataSourceProperty("preparedStatementCacheSizeMiB", "64");
        config.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        return new HikariDataSource(config);
    }

    /** Another such pool, which whoever asks closes. */
    HikariDataSource pool() {
        return pool(application.getEnvironment());
    }

    MarkedDataSource marked() {
        return application.getBean(MarkedDataSource.class);
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        application.close();
    }
}
