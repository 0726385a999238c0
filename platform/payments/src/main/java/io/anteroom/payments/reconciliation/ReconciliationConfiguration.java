package io.anteroom.payments.reconciliation;

import com.stripe.StripeClient;
import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.attempt.PaymentMetrics;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The comparison with Stripe. */
@Configuration(proxyBeanMethods = false)
@Import(MoneyCheckConfiguration.class)
public class ReconciliationConfiguration {

    @Bean
    DisputeReader stripeDisputeReader(
            StripeClient stripe,
            JdbcClient jdbc,
            Ledger ledger,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        return new DisputeReader(
                new StripeBalance(stripe),
                new DisputeStore(jdbc),
                new MovementPostings(ledger),
                new TransactionTemplate(transactionManager),
                clock);
    }

    @Bean
    StripeCheckWork stripeCheckWork(
            StripeClient stripe,
            JdbcClient jdbc,
            Ledger ledger,
            StripeOnboarding onboarding,
            DisputeReader disputes,
            PaymentStore payments,
            Reconciler reconciler,
            PaymentMetrics metrics,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        var balance = new StripeBalance(stripe);
        var movements = new MovementStore(jdbc);
        var payouts = new PayoutStore(jdbc);
        var postings = new MovementPostings(ledger);
        var transaction = new TransactionTemplate(transactionManager);
        return new StripeCheckWork(
                onboarding,
                balance,
                new MovementReader(
                        balance, movements, payouts, disputes, postings, payments, reconciler, transaction, clock),
                movements,
                new PayoutReader(balance, payouts, transaction, clock),
                disputes,
                new DifferenceStore(jdbc),
                new CheckStore(jdbc),
                postings,
                reconciler,
                metrics,
                work,
                transaction,
                clock);
    }

    @Bean
    DisputeWork stripeDisputeWork(
            StripeOnboarding onboarding,
            DisputeReader disputes,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        return new DisputeWork(onboarding, disputes, work, new TransactionTemplate(transactionManager), clock);
    }
}
