package io.anteroom.payments;

import com.stripe.StripeClient;
import com.stripe.net.HttpURLConnectionClient;
import io.anteroom.payments.account.AccountConfiguration;
import io.anteroom.payments.attempt.AttemptConfiguration;
import io.anteroom.payments.checkout.CheckoutConfiguration;
import io.anteroom.payments.ledger.LedgerConfiguration;
import io.anteroom.payments.reconciliation.ReconciliationConfiguration;
import io.anteroom.payments.refund.RefundConfiguration;
import io.anteroom.payments.stripe.ObservedStripe;
import io.anteroom.payments.wallet.CardConfiguration;
import io.anteroom.tenancy.Observing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Payments and onboarding, for every role that sends people to pay or to connect, and for the one that does the work left for
 * later. Needs the clinic's {@link Payables}. Webhooks are {@link io.anteroom.payments.webhook.WebhookConfiguration}'s.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentsSettings.class)
@Import({
    AccountConfiguration.class,
    AttemptConfiguration.class,
    CardConfiguration.class,
    CheckoutConfiguration.class,
    LedgerConfiguration.class,
    ReconciliationConfiguration.class,
    RefundConfiguration.class
})
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
}
