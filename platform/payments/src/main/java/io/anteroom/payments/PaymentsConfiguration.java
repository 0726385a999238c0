package io.anteroom.payments;

import com.stripe.StripeClient;
import com.stripe.net.HttpURLConnectionClient;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Payments and onboarding, for every role that sends people to pay or to connect. Needs the clinic's {@link Payables}.
 * Webhooks and jobs are {@link PaymentsWorkConfiguration}'s.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentsSettings.class)
public class PaymentsConfiguration {

    @Bean
    StripeClient stripeClient(PaymentsSettings settings, Observing observing) {
        return StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.apiBase().toString())
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setReadTimeout((int) settings.readTimeout().toMillis())
                .setMaxNetworkRetries(settings.retries())
                .setHttpClient(new ObservedStripe(new HttpURLConnectionClient(), observing))
                .build();
    }

    @Bean
    PaymentMetrics paymentMetrics(ObjectProvider<MeterRegistry> registry, Observing observing, Clock clock) {
        return new PaymentMetrics(registry.getIfAvailable(CompositeMeterRegistry::new), observing, clock);
    }

    @Bean
    PaymentStore paymentStore(JdbcClient jdbc) {
        return new PaymentStore(jdbc);
    }

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
    PayableOwners payableOwners(List<Payables> owners) {
        return new PayableOwners(owners);
    }

    @Bean
    Reconciler paymentReconciler(
            PaymentStore store,
            StripeClient stripe,
            PayableOwners payables,
            PlatformTransactionManager transactionManager,
            PaymentMetrics metrics,
            Clock clock) {
        return new Reconciler(
                store,
                new StripeCheckout(stripe),
                payables,
                new TransactionTemplate(transactionManager),
                metrics,
                clock);
    }

    @Bean
    CheckoutStarter checkoutStarter(
            PaymentStore store,
            Reconciler reconciler,
            PayableOwners payables,
            StripeOnboarding onboarding,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            Clock clock,
            PaymentsSettings settings) {
        return new CheckoutStarter(
                store,
                reconciler,
                payables,
                onboarding,
                work,
                new TransactionTemplate(transactionManager),
                clock,
                settings.checkoutLifetime());
    }

    @Bean
    Payments payments(
            CheckoutStarter starter,
            Reconciler reconciler,
            PaymentStore store,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        return new StripePayments(starter, reconciler, store, work, new TransactionTemplate(transactionManager), clock);
    }
}
