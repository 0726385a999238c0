package io.anteroom.tenancy.data;

import io.anteroom.tenancy.TenancySettings;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;

/** The way to the current tenant's data, by JPA and by SQL, in one and the same transaction. */
@Configuration(proxyBeanMethods = false)
public class TenantDatabase {

    @Bean
    @Primary
    TenantDataSource tenantDataSource(TenancySettings settings, ObjectProvider<SqlListener> listeners) {
        return new TenantDataSource(settings, listeners.orderedStream().toList());
    }

    @Bean
    @Primary
    JdbcTemplate tenantJdbcTemplate(TenantDataSource tenants) {
        return new JdbcTemplate(tenants);
    }

    @Bean
    @Primary
    JdbcClient tenantJdbcClient(JdbcTemplate tenants) {
        return JdbcClient.create(tenants);
    }

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory sessions, DataSource tenants) {
        JpaTransactionManager transactions = new JpaTransactionManager(sessions);
        transactions.setDataSource(tenants);
        return transactions;
    }

    @Bean
    PoolMetrics tenantPoolMetrics(TenantDataSource tenants) {
        return new PoolMetrics(tenants);
    }

    @Bean
    HibernatePropertiesCustomizer tenantsInHibernate(TenantDataSource tenants) {
        return settings -> {
            settings.put(AvailableSettings.DEFAULT_SCHEMA, TenantSql.MARKER);
            settings.put(AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER, new TenantConnectionProvider(tenants));
            settings.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new SessionTenant());
            settings.put(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
            settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
            // Then Hibernate says "returning id" itself, and an insert can carry the change of role.
            settings.put(AvailableSettings.USE_GET_GENERATED_KEYS, false);
            settings.put(AvailableSettings.DIALECT, PostgreSQLDialect.class.getName());
            settings.put(AvailableSettings.HBM2DDL_AUTO, "none");
            settings.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
            settings.put(AvailableSettings.USE_QUERY_CACHE, false);
            settings.put(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        };
    }
}
