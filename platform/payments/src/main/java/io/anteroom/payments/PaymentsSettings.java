package io.anteroom.payments;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code anteroom.payments.*}: how to reach Stripe.
 *
 * @param apiBase {@code api-base}: Stripe, or the emulator's address
 * @param secretKey {@code secret-key}: the platform's secret key, {@code sk_live_...} or {@code sk_test_...}; no default
 * @param platformWebhookSecret {@code platform-webhook-secret}: the signing secret of the endpoint {@code
 *     /webhooks/stripe/platform}; no default
 * @param connectWebhookSecret {@code connect-webhook-secret}: that of {@code /webhooks/stripe/connect}; no default
 * @param connectTimeout {@code connect-timeout}: to reach Stripe
 * @param readTimeout {@code read-timeout}: for each answer; a person waits for it, and what is not answered in time is
 *     asked again with the same key
 * @param retries {@code retries}: times Stripe's client asks again, with the same key, before a call counts as
 *     unanswered, 0 to 5
 * @param checkoutLifetime {@code checkout-lifetime}: how long a payment page stays open, 31 minutes to 23 hours
 */
@ConfigurationProperties("anteroom.payments")
public record PaymentsSettings(
        @DefaultValue("https://api.stripe.com") URI apiBase,
        String secretKey,
        String platformWebhookSecret,
        String connectWebhookSecret,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("6s") Duration readTimeout,
        @DefaultValue("1") int retries,
        @DefaultValue("12h") Duration checkoutLifetime) {

    private static final Duration SHORTEST = Duration.ofMinutes(31);
    private static final Duration LONGEST = Duration.ofHours(23);

    /**
     * @throws IllegalArgumentException if a value is missing or out of range
     */
    public PaymentsSettings {
        required(secretKey, "secret-key");
        required(platformWebhookSecret, "platform-webhook-secret");
        required(connectWebhookSecret, "connect-webhook-secret");
        if (platformWebhookSecret.equals(connectWebhookSecret)) {
            throw new IllegalArgumentException("anteroom.payments: each webhook endpoint has a secret of its own");
        }
        if (retries < 0 || retries > 5) {
            throw new IllegalArgumentException("anteroom.payments.retries must be 0 to 5");
        }
        if (checkoutLifetime.compareTo(SHORTEST) < 0 || checkoutLifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("anteroom.payments.checkout-lifetime must be 31 minutes to 23 hours");
        }
    }

    @SuppressWarnings("ConstantValue") // the binder passes null for a key that is absent
    private static void required(String value, String key) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("anteroom.payments." + key + " is missing");
        }
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "PaymentsSettings[" + apiBase + "]";
    }
}
