package io.anteroom.bench.page;

import io.anteroom.tenancy.CurrentTenant;
import java.util.Map;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.context.spi.TenantSchemaMapper;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** What Hibernate has for a schema per tenant: unqualified SQL, and the connection's schema set for each session. */
@Configuration(proxyBeanMethods = false)
@Import(PlainTenancy.class)
class StockSwitching {

    @Bean
    @Primary
    MarkedDataSource tenantDataSource(Environment settings) {
        return new MarkedDataSource(Variant.pool(settings), "", false);
    }

    @Bean
    HibernatePropertiesCustomizer tenantsInHibernate() {
        TenantSchemaMapper<String> schemas = tenant -> tenant;
        return settings -> settings.putAll(Map.of(
                MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER,
                new Bound(),
                MultiTenancySettings.MULTI_TENANT_SCHEMA_MAPPER,
                schemas,
                AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT,
                true,
                "hibernate.boot.allow_jdbc_metadata_access",
                false,
                AvailableSettings.DIALECT,
                "org.hibernate.dialect.PostgreSQLDialect"));
    }

    /** The tenant bound to the request; nobody at start. */
    private static final class Bound implements CurrentTenantIdentifierResolver<String> {

        @Override
        public String resolveCurrentTenantIdentifier() {
            return CurrentTenant.find().map(tenant -> tenant.id().schema()).orElse("public");
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return true;
        }
    }
}
