package io.anteroom.payments.refund;

import com.stripe.StripeClient;
import io.anteroom.payments.attempt.PaymentMetrics;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.attempt.StripeCheckout;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Money that goes back. */
@Configuration(proxyBeanMethods = false)
@Import(RefundAskingConfiguration.class)
public class RefundConfiguration {

    @Bean
    GiveBackWork giveBackWork(
            PaymentStore store,
            StripeCheckout checkout,
            Reconciler reconciler,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            PaymentMetrics metrics,
            Clock clock) {
        return new GiveBackWork(
                store, checkout, reconciler, work, new TransactionTemplate(transactionManager), metrics, clock);
    }

    @Bean
    RefundWork refundWork(Reconciler reconciler, RefundAskedWork refunds) {
        return new RefundWork(reconciler, refunds);
    }

    @Bean
    RefundAskedWork refundAskedWork(
            StripeClient stripe,
            JdbcClient jdbc,
            Reconciler reconciler,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            PaymentMetrics metrics,
            Clock clock) {
        return new RefundAskedWork(
                new RefundStore(jdbc),
                new StripeRefunds(stripe),
                reconciler,
                work,
                new TransactionTemplate(transactionManager),
                metrics,
                clock);
    }
}
