package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PaymentsSettingsTest {

    private static final Map<String, String> NEEDED = Map.of(
            "anteroom.payments.secret-key", "sk_test_1",
            "anteroom.payments.platform-webhook-secret", "whsec_1",
            "anteroom.payments.connect-webhook-secret", "whsec_2");

    private static PaymentsSettings bind(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.putAll(more);
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("anteroom.payments", PaymentsSettings.class);
    }

    @Test
    void theDefaultsAreThoseOfProduction() {
        PaymentsSettings settings = bind(Map.of());
        assertThat(settings.apiBase()).isEqualTo(URI.create("https://api.stripe.com"));
        assertThat(settings.retries()).isEqualTo(1);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.checkoutLifetime()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aMissingSecretOrOneUsedTwiceIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("anteroom.payments.secret-key", " ")))
                .hasRootCauseMessage("anteroom.payments.secret-key is missing");
        assertThatThrownBy(() -> bind(Map.of("anteroom.payments.connect-webhook-secret", "whsec_1")))
                .hasRootCauseMessage("anteroom.payments: each webhook endpoint has a secret of its own");
        assertThatThrownBy(() -> bind(Map.of("anteroom.payments.checkout-lifetime", "24h")))
                .hasRootCauseMessage("anteroom.payments.checkout-lifetime must be 31 minutes to 23 hours");
    }

    @Test
    void noSecretIsEverPrinted() {
        assertThat(bind(Map.of()).toString()).isEqualTo("PaymentsSettings[https://api.stripe.com]");
    }
}
