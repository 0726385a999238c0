package io.anteroom.controlplane.operator;

import io.anteroom.controlplane.OperatorConfiguration;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebKitConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The role operator by itself: what it needs, and no clinic's code. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({TenancyConfiguration.class, WebKitConfiguration.class, OperatorConfiguration.class})
class OperatorsApplication {

    @Bean
    TestClock testClock() {
        return new TestClock();
    }
}
