package io.anteroom.payments;

import com.stripe.StripeClient;
import io.anteroom.payments.webhook.WebhookConfiguration;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.testing.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.util.ReflectionTestUtils;

/** Payments with everything real but what is paid: PostgreSQL, HTTP both ways, Stripe's client, the emulator. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({TenancyConfiguration.class, PaymentsConfiguration.class, WebhookConfiguration.class})
class PaymentsTestApplication {

    /** One for the JVM, as the emulator is, which goes by it too. */
    static final TestClock CLOCK = new TestClock();

    @Bean
    TestClock testClock() {
        return CLOCK;
    }

    /** Stripe's client asks again at once, and not half a second after an error. */
    @Bean
    static BeanPostProcessor impatience() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof StripeClient) {
                    Object getter = Objects.requireNonNull(ReflectionTestUtils.getField(bean, "responseGetter"));
                    Object http = Objects.requireNonNull(ReflectionTestUtils.getField(getter, "httpClient"));
                    ReflectionTestUtils.setField(http, "networkRetriesSleep", false);
                }
                return bean;
            }
        };
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    /** As in the real application: what no chain claims is closed. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain nothingElse(HttpSecurity http) {
        return http.securityMatcher(_ -> true)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    Bills bills(JdbcClient jdbc) {
        return new Bills(jdbc);
    }

    @Bean
    Bundles bundles(Bills bills) {
        return new Bundles(bills);
    }

    @Bean
    ToldOwners toldOwners() {
        return new ToldOwners();
    }
}
