package io.anteroom.bench.page;

import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/** In place of the beans of the same names that know the product's own data source. */
@Configuration(proxyBeanMethods = false)
class PlainTenancy {

    @Bean
    @Primary
    JdbcTemplate tenantJdbcTemplate(DataSource tenants) {
        return new JdbcTemplate(tenants);
    }

    @Bean
    MeterBinder tenantPoolMetrics() {
        return registry -> {};
    }
}
