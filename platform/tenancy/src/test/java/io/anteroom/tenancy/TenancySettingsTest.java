package io.anteroom.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TenancySettingsTest {

    private static final Map<String, String> NEEDED =
            Map.of("url", "jdbc:postgresql://db/anteroom", "control-password", "c", "tenant-password", "t");

    private static TenancySettings bind(Map<String, String> values) {
        Map<String, String> keys = new HashMap<>();
        values.forEach((key, value) -> keys.put("anteroom.tenancy." + key, value));
        return new Binder(new MapConfigurationPropertySource(keys))
                .bind("anteroom.tenancy", TenancySettings.class)
                .get();
    }

    @Test
    void theDefaultsAreThoseThatWereMeasured() {
        assertThat(bind(NEEDED))
                .isEqualTo(new TenancySettings(
                        "jdbc:postgresql://db/anteroom",
                        "anteroom_control",
                        "c",
                        "anteroom_tenant",
                        "t",
                        8,
                        5,
                        3,
                        768,
                        Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "url, ''",
        "control-password, ''",
        "sub-pools, 0",
        "connections-per-sub-pool, 1",
        "control-connections, 0",
        "statements-per-connection, 0",
        "patience, 0s"
    })
    void aValueThatCannotWorkIsNamed(String key, String value) {
        Map<String, String> values = new HashMap<>(NEEDED);
        values.put(key, value);
        assertThatThrownBy(() -> bind(values))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("anteroom.tenancy." + key);
    }

    @Test
    void aProcessWithoutClinicsDataNeedsNoLoginForThem() {
        TenancySettings settings = bind(Map.of("url", "jdbc:postgresql://db/anteroom", "control-password", "c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenantLoginRequired(settings))
                .withMessage("anteroom.tenancy.tenant-password is missing");
    }

    @Test
    void noPasswordIsPrinted() {
        assertThat(bind(Map.of("url", "x", "control-password", "hidden1", "tenant-password", "hidden2")))
                .asString()
                .doesNotContain("hidden");
    }
}
