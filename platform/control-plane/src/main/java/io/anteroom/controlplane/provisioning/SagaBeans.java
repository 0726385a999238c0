package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.identity.IdentityProvider;
import io.anteroom.controlplane.organisation.SlugReservations;
import io.anteroom.controlplane.welcome.Welcomes;
import io.anteroom.migrations.TenantSchemas;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The saga and its steps, for the worker. */
@Configuration(proxyBeanMethods = false)
public class SagaBeans {

    @Bean
    TenantRegistry tenantRegistry(@Qualifier("control") JdbcClient control) {
        return new TenantRegistry(control);
    }

    @Bean
    Step keepSlug(
            SlugReservations slugs, @Qualifier("controlTransactions") PlatformTransactionManager control, Clock clock) {
        return new KeepSlug(slugs, new TransactionTemplate(control), clock);
    }

    @Bean
    Step takeSchema(
            TenantSchemas schemas,
            TenantRegistry registry,
            Undertakings undertakings,
            @Qualifier("controlTransactions") PlatformTransactionManager control) {
        return new TakeSchema(schemas, registry, undertakings, new TransactionTemplate(control));
    }

    @Bean
    Step migrateTables(TenantSchemas schemas) {
        return new MigrateTables(schemas);
    }

    @Bean
    Step createOrganisation(
            IdentityProvider identities,
            Undertakings undertakings,
            @Qualifier("controlTransactions") PlatformTransactionManager control) {
        return new CreateOrganisation(identities, undertakings, new TransactionTemplate(control));
    }

    @Bean
    Step appointOwner(
            IdentityProvider identities,
            Undertakings undertakings,
            @Qualifier("controlTransactions") PlatformTransactionManager control) {
        return new AppointOwner(identities, undertakings, new TransactionTemplate(control));
    }

    @Bean
    Step openPortal(
            TenantRegistry registry,
            Welcomes welcomes,
            @Qualifier("controlTransactions") PlatformTransactionManager control) {
        return new OpenPortal(registry, welcomes, new TransactionTemplate(control));
    }

    @Bean
    Saga saga(
            List<Step> steps,
            Undertakings undertakings,
            StepLog log,
            @Qualifier("controlTransactions") PlatformTransactionManager control,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new Saga(
                steps,
                undertakings,
                log,
                new TransactionTemplate(control),
                clock,
                new ProvisioningMetrics(meters.getIfAvailable(CompositeMeterRegistry::new), clock));
    }

    @Bean
    SagaWork sagaWork(Saga saga, ProvisioningQueue queue) {
        return new SagaWork(saga, queue);
    }

    /** Above zero, somebody should look. */
    @Bean
    MeterBinder failedProvisionings(ProvisioningBoard board) {
        return registry -> Gauge.builder("anteroom.provisioning.failed", board, ProvisioningBoard::failed)
                .description("Tenants whose making has been given up until an operator tries again")
                .register(registry);
    }
}
