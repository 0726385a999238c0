package io.anteroom.payments.wallet;

import com.stripe.StripeClient;
import io.anteroom.payments.PaymentsSettings;
import io.anteroom.payments.account.StripeOnboarding;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardOwners;
import io.anteroom.payments.card.Cards;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Saved cards. */
@Configuration(proxyBeanMethods = false)
public class CardConfiguration {

    @Bean
    OwnerStore cardOwnerStore(JdbcClient jdbc) {
        return new OwnerStore(jdbc);
    }

    @Bean
    CardStore savedCardStore(JdbcClient jdbc) {
        return new CardStore(jdbc);
    }

    @Bean
    CardConsents cardConsents(JdbcClient jdbc, PlatformTransactionManager transactionManager, Clock clock) {
        return new ConsentStore(jdbc, new TransactionTemplate(transactionManager), clock);
    }

    @Bean
    Wallet wallet(CardStore cards, CardConsents consents) {
        return new Wallet(cards, consents);
    }

    @Bean
    SetupStore cardSetupStore(JdbcClient jdbc) {
        return new SetupStore(jdbc);
    }

    @Bean
    StripeCustomers stripeCustomers(StripeClient stripe) {
        return new StripeCustomers(stripe);
    }

    @Bean
    Customers cardCustomers(
            OwnerStore owners,
            CardStore cards,
            StripeCustomers stripe,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        return new Customers(owners, cards, stripe, work, new TransactionTemplate(transactionManager), clock);
    }

    @Bean
    SetupReconciler cardSetupReconciler(
            SetupStore store,
            StripeClient stripe,
            StripeCustomers methods,
            Customers customers,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        return new SetupReconciler(
                store, new StripeSetup(stripe), methods, customers, new TransactionTemplate(transactionManager), clock);
    }

    @Bean
    Cards cards(
            SetupStore setups,
            CardStore store,
            SetupReconciler reconciler,
            Customers customers,
            StripeCustomers stripe,
            StripeOnboarding onboarding,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            Clock clock,
            PaymentsSettings settings) {
        var transaction = new TransactionTemplate(transactionManager);
        var adder = new CardAdder(
                setups, store, reconciler, customers, work, transaction, clock, settings.checkoutLifetime());
        return new StripeCards(adder, reconciler, customers, stripe, store, onboarding, work, transaction, clock);
    }

    @Bean
    CardSetupWork cardSetupWork(
            SetupReconciler reconciler, WorkQueue work, PlatformTransactionManager transactionManager, Clock clock) {
        return new CardSetupWork(reconciler, work, new TransactionTemplate(transactionManager), clock);
    }

    @Bean
    CardsWork cardsWork(
            Customers customers, WorkQueue work, PlatformTransactionManager transactionManager, Clock clock) {
        return new CardsWork(customers, work, new TransactionTemplate(transactionManager), clock);
    }

    @Bean
    ExpiryWork cardExpiryWork(
            CardStore cards,
            ObjectProvider<CardOwners> owners,
            WorkQueue work,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        return new ExpiryWork(
                cards, owners.stream().toList(), work, new TransactionTemplate(transactionManager), clock);
    }

    @Bean
    CardHints cardHints(
            SetupStore setups,
            OwnerStore owners,
            CardSetupWork setupWork,
            CardsWork cardsWork,
            PlatformTransactionManager transactionManager) {
        return new CardHints(setups, owners, setupWork, cardsWork, new TransactionTemplate(transactionManager));
    }
}
