package io.anteroom.payments.account;

import com.stripe.StripeClient;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The clinic's connected account. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

    @Bean
    AccountDirectory stripeAccountDirectory(@Qualifier("control") JdbcClient control) {
        return new AccountDirectory(control);
    }

    @Bean
    StripeOnboarding onboarding(
            JdbcClient jdbc,
            StripeClient stripe,
            AccountDirectory directory,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        return new StripeOnboarding(
                new ConnectionStore(jdbc),
                new ConnectedAccounts(stripe),
                directory,
                new TransactionTemplate(transactionManager),
                clock);
    }

    @Bean
    AccountWork stripeAccountWork(StripeOnboarding onboarding) {
        return new AccountWork(onboarding);
    }
}
