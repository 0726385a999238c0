package io.anteroom.payments.refund;

import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking for refunds, for whoever leaves them to the worker and does not speak with Stripe. */
@Configuration(proxyBeanMethods = false)
public class RefundAskingConfiguration {

    @Bean
    Refunds staffRefunds(JdbcClient jdbc, WorkQueue work, PlatformTransactionManager transactionManager, Clock clock) {
        return new Refunds(new RefundStore(jdbc), work, new TransactionTemplate(transactionManager), clock);
    }
}
