package io.anteroom.payments.attempt;

import com.stripe.StripeClient;
import io.anteroom.payments.Payables;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Attempts at paying, and what finds out how each stands. */
@Configuration(proxyBeanMethods = false)
public class AttemptConfiguration {

    @Bean
    PaymentMetrics paymentMetrics(ObjectProvider<MeterRegistry> registry, Observing observing, Clock clock) {
        return new PaymentMetrics(registry.getIfAvailable(CompositeMeterRegistry::new), observing, clock);
    }

    @Bean
    PaymentStore paymentStore(JdbcClient jdbc) {
        return new PaymentStore(jdbc);
    }

    @Bean
    PayableOwners payableOwners(List<Payables> owners) {
        return new PayableOwners(owners);
    }

    @Bean
    StripeCheckout stripeCheckout(StripeClient stripe) {
        return new StripeCheckout(stripe);
    }

    @Bean
    Reconciler paymentReconciler(
            PaymentStore store,
            StripeCheckout checkout,
            StripeClient stripe,
            PayableOwners payables,
            Ledger ledger,
            PlatformTransactionManager transactionManager,
            PaymentMetrics metrics,
            WorkQueue work,
            Clock clock) {
        var postings = new PaymentPostings(ledger, payables);
        return new Reconciler(
                store,
                checkout,
                new StripeSavedCard(stripe),
                payables,
                postings,
                new TransactionTemplate(transactionManager),
                metrics,
                new RefundRecorder(store, payables, postings, work, clock),
                clock);
    }

    @Bean
    PaymentWork paymentWork(
            Reconciler reconciler, WorkQueue work, PlatformTransactionManager transactionManager, Clock clock) {
        return new PaymentWork(reconciler, work, new TransactionTemplate(transactionManager), clock);
    }
}
