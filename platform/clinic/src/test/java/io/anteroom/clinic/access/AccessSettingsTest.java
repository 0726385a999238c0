package io.anteroom.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void theCapsHaveDefaultsAndTheKeyHasNone() {
        var settings = bind(Map.of("anteroom.access.code-key", KEY));

        assertThat(settings.asksPerNetwork()).isEqualTo(30);
        assertThat(settings.textsPerPrefix()).isEqualTo(60);
        assertThat(settings.codesPerClinic()).isEqualTo(2000);
        assertThat(settings.newcomersPerNetwork()).isEqualTo(20);
        assertThat(settings.newcomersPerClinic()).isEqualTo(200);
        assertThatThrownBy(() -> bind(Map.of("anteroom.access.asks-per-network", "5")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("anteroom.access.code-key");
    }

    @Test
    void aShortKeyAndACapOfNothingAreRefusedAtStart() {
        var shortKey = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> bind(Map.of("anteroom.access.code-key", shortKey)))
                .isInstanceOf(BindException.class);
        assertThatThrownBy(() -> bind(Map.of("anteroom.access.code-key", KEY, "anteroom.access.codes-per-clinic", "0")))
                .isInstanceOf(BindException.class);
    }

    @Test
    void theKeyIsNotPrinted() {
        assertThat(bind(Map.of("anteroom.access.code-key", KEY)).toString()).doesNotContain(KEY);
    }

    private static AccessSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("anteroom.access", AccessSettings.class)
                .get();
    }
}
