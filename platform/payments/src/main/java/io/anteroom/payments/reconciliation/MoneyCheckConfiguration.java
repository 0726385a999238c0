package io.anteroom.payments.reconciliation;

import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was found of the clinic's money at Stripe, for whoever shows it and does not speak with Stripe. */
@Configuration(proxyBeanMethods = false)
public class MoneyCheckConfiguration {

    @Bean
    MoneyCheck moneyCheck(JdbcClient jdbc, WorkQueue work, PlatformTransactionManager transactionManager, Clock clock) {
        return new MoneyCheck(
                new CheckStore(jdbc),
                new DifferenceStore(jdbc),
                new PayoutStore(jdbc),
                new DisputeStore(jdbc),
                work,
                new TransactionTemplate(transactionManager),
                clock);
    }
}
