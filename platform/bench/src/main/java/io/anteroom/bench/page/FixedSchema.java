package io.anteroom.bench.page;

import java.util.Map;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** No tenancy: one schema, named in the SQL. */
@Configuration(proxyBeanMethods = false)
@Import(PlainTenancy.class)
class FixedSchema {

    @Bean
    @Primary
    MarkedDataSource tenantDataSource(Environment settings) {
        return new MarkedDataSource(Variant.pool(settings), settings.getRequiredProperty("bench.schema") + ".", true);
    }

    @Bean
    HibernatePropertiesCustomizer tenantsInHibernate() {
        return settings -> settings.putAll(Map.of(
                AvailableSettings.DEFAULT_SCHEMA,
                "__tenant__",
                AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT,
                true,
                "hibernate.boot.allow_jdbc_metadata_access",
                false,
                AvailableSettings.DIALECT,
                "org.hibernate.dialect.PostgreSQLDialect"));
    }
}
