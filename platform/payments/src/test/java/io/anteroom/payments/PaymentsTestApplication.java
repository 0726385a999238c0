package io.anteroom.payments;

import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.testing.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments with everything real but what is paid: PostgreSQL, HTTP both ways, Stripe's client, the emulator. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({TenancyConfiguration.class, PaymentsConfiguration.class, PaymentsWorkConfiguration.class})
class PaymentsTestApplication {

    /** One for the JVM, as the emulator is, which goes by it too. */
    static final TestClock CLOCK = new TestClock();

    @Bean
    TestClock testClock() {
        return CLOCK;
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Bills bills(JdbcClient jdbc) {
        return new Bills(jdbc);
    }
}
