package io.anteroom.controlplane.signup;

import io.anteroom.tenancy.work.PlatformWorkQueue;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the worker does for sign-up. */
@Configuration(proxyBeanMethods = false)
public class SignUpWorkBeans {

    @Bean
    ForgetSignUps forgetSignUps(
            SignUpStore store,
            PlatformWorkQueue work,
            @Qualifier("controlTransactions") PlatformTransactionManager control,
            Clock clock) {
        return new ForgetSignUps(store, work, new TransactionTemplate(control), clock);
    }
}
