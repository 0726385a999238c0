package io.anteroom.payments;

import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stripe's webhooks, and the jobs: for the role {@code worker}, beside {@link PaymentsConfiguration}. */
@Configuration(proxyBeanMethods = false)
@Import({StripeWebhookController.class, StripeWebhookSecurity.class, PaymentsJobsConfiguration.class})
public class PaymentsWorkConfiguration {

    @Bean
    EventIntake stripeEventIntake(
            AccountDirectory accounts,
            TenantDirectory tenants,
            PaymentStore payments,
            JdbcClient jdbc,
            Reconciler reconciler,
            StripeOnboarding onboarding,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            PaymentMetrics metrics,
            Clock clock) {
        return new EventIntake(
                accounts,
                tenants,
                payments,
                new EventStore(jdbc),
                reconciler,
                onboarding,
                work,
                new TransactionTemplate(transactionManager),
                metrics,
                clock);
    }
}
