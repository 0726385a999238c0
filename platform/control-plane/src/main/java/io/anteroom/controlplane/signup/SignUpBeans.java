package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.SlugReservations;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.messaging.PlatformOutbox;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Links;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the pages of sign-up and the worker share: the rows, the mail and whether it still holds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
public class SignUpBeans {

    @Bean
    SignUpStore signUpStore(@Qualifier("control") JdbcClient control) {
        return new SignUpStore(control);
    }

    @Bean
    ConfirmationMail confirmationMail(PlatformOutbox outbox, SignUpStore store, WebSettings web, Clock clock) {
        return new ConfirmationMail(outbox, store, new Links(web), clock);
    }

    @Bean
    Organisations organisations(
            SlugReservations slugs,
            Provisioning provisioning,
            @Qualifier("controlTransactions") PlatformTransactionManager control,
            Clock clock) {
        return new Organisations(slugs, provisioning, new TransactionTemplate(control), clock);
    }
}
