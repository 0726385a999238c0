package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.controlplane.organisation.SlugReservations;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What starts the making of tenants and tells how far it is, for every role that deals with it. */
@Configuration(proxyBeanMethods = false)
public class ProvisioningBeans {

    @Bean
    SlugReservations slugReservations(@Qualifier("control") JdbcClient control) {
        return new SlugReservations(control);
    }

    @Bean
    LinkTokens linkTokens() {
        return new LinkTokens(new SecureRandom());
    }

    @Bean
    Undertakings undertakings(@Qualifier("control") JdbcClient control) {
        return new Undertakings(control);
    }

    @Bean
    StepLog stepLog(@Qualifier("control") JdbcClient control) {
        return new StepLog(control);
    }

    @Bean
    ProvisioningQueue provisioningQueue(PlatformWorkQueue work) {
        return new ProvisioningQueue(work);
    }

    @Bean
    Provisioning provisioning(Undertakings undertakings, StepLog log, ProvisioningQueue queue, Clock clock) {
        return new Provisioning(undertakings, log, queue, clock);
    }

    @Bean
    ProvisioningBoard provisioningBoard(@Qualifier("control") JdbcClient control) {
        return new ProvisioningBoard(control);
    }
}
