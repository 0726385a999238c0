package io.anteroom.payments;

import com.stripe.StripeClient;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs that find what webhooks lost, and give money back: beside {@link PaymentsConfiguration}. */
@Configuration(proxyBeanMethods = false)
public class PaymentsJobsConfiguration {

    @Bean
    WorkHandler paymentWork(
            Reconciler reconciler, WorkQueue work, PlatformTransactionManager transactionManager, Clock clock) {
        return new PaymentWork(reconciler, work, new TransactionTemplate(transactionManager), clock);
    }

    @Bean
    WorkHandler giveBackWork(
            PaymentStore store,
            StripeClient stripe,
            Reconciler reconciler,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            PaymentMetrics metrics,
            Clock clock) {
        return new GiveBackWork(
                store,
                new StripeCheckout(stripe),
                reconciler,
                work,
                new TransactionTemplate(transactionManager),
                metrics,
                clock);
    }

    @Bean
    WorkHandler refundWork(Reconciler reconciler) {
        return new RefundWork(reconciler);
    }

    @Bean
    WorkHandler stripeAccountWork(StripeOnboarding onboarding) {
        return new AccountWork(onboarding);
    }
}
