package io.anteroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.messaging.MessagingSettings.Gateway;
import io.anteroom.messaging.MessagingSettings.Protection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MessagingSettingsTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @Test
    void theDefaultsAreSafe() {
        MessagingSettings settings = bind(Map.of());

        assertThat(settings.maxAttempts()).isEqualTo(10);
        assertThat(settings.platformName()).isEqualTo("Anteroom");
        assertThat(settings.smtp().protection()).isEqualTo(Protection.STARTTLS);
        assertThat(settings.smtp().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.sms().gateway()).isEqualTo(Gateway.NONE);
        assertThat(settings.sms().url()).isEqualTo(URI.create("https://api.twilio.com"));
        assertThat(settings.keys()).hasSize(1);
    }

    @Test
    void aKeyOfTheWrongLengthIsRefusedAtTheStart() {
        assertThatThrownBy(() -> bind(Map.of("secret-key", "c2hvcnQ=")))
                .rootCause()
                .hasMessage("anteroom.messaging.secret-key must be 32 bytes in base64");
    }

    @Test
    void aGatewayWithoutItsTokenIsRefusedAtTheStart() {
        assertThatThrownBy(() -> bind(Map.of("sms.gateway", "http", "sms.url", "http://127.0.0.1/")))
                .rootCause()
                .hasMessage("anteroom.messaging.sms.token is missing");
    }

    @Test
    void printedSettingsHoldNoSecret() {
        MessagingSettings settings =
                bind(Map.of("sms.gateway", "http", "sms.token", "t0ken", "smtp.password", "passw0rd"));

        assertThat(settings.toString()).doesNotContain(KEY, "t0ken", "passw0rd");
    }

    private static MessagingSettings bind(Map<String, String> some) {
        Map<String, String> all = new HashMap<>(
                Map.of("anteroom.messaging.secret-key", KEY, "anteroom.messaging.from-address", "a@example.org"));
        some.forEach((key, value) -> all.put("anteroom.messaging." + key, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("anteroom.messaging", MessagingSettings.class);
    }
}
