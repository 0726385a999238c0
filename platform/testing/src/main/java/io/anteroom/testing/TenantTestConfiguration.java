package io.anteroom.testing;

import io.anteroom.tenancy.TenancyConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What every {@link TenantTest} starts beside the configurations it names. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TenancyConfiguration.class)
class TenantTestConfiguration {

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    StatementCount statementCount() {
        return new StatementCount();
    }
}
