package io.anteroom.payments.checkout;

import io.anteroom.payments.Payments;
import io.anteroom.payments.PaymentsSettings;
import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.attempt.PayableOwners;
import io.anteroom.payments.attempt.PaymentStore;
import io.anteroom.payments.attempt.Reconciler;
import io.anteroom.payments.card.SavedCardPayments;
import io.anteroom.payments.wallet.Wallet;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Paying on Stripe's hosted page. */
@Configuration(proxyBeanMethods = false)
public class CheckoutConfiguration {

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
    SavedCardPayments savedCardPayments(
            PaymentStore store,
            Reconciler reconciler,
            PayableOwners payables,
            Wallet wallet,
            StripeOnboarding onboarding,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        return new CardPayer(
                store,
                reconciler,
                payables,
                wallet,
                onboarding,
                work,
                new TransactionTemplate(transactionManager),
                clock);
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
