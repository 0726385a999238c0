package io.anteroom.payments.webhook;

import io.anteroom.payments.account.AccountDirectory;
import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.attempt.PaymentMetrics;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.wallet.CardHints;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stripe's events. */
@Configuration(proxyBeanMethods = false)
@Import({StripeWebhookController.class, StripeWebhookSecurity.class})
public class WebhookConfiguration {

    /** Where events of the platform's own account go. */
    public static final String PLATFORM = "/webhooks/stripe/platform";
    /** Where events of connected accounts go. */
    public static final String CONNECT = "/webhooks/stripe/connect";

    @Bean
    EventIntake stripeEventIntake(
            AccountDirectory accounts,
            TenantDirectory tenants,
            PaymentStore payments,
            JdbcClient jdbc,
            CardHints cards,
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
                cards,
                reconciler,
                onboarding,
                work,
                new TransactionTemplate(transactionManager),
                metrics,
                clock);
    }
}
