package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.testing.Tenants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class HealthTest {

    @ParameterizedTest
    @ValueSource(strings = {"portal", "worker"})
    void healthAndMetricsAreAnsweredOnAPortOfTheirOwn(String role) {
        try (ConfigurableApplicationContext application = RoleSettings.start(role)) {
            Running process = new Running(application);

            assertThat(process.management("/actuator/health/liveness").all()).contains("200", "\"status\":\"UP\"");
            assertThat(process.management("/actuator/health/readiness").all()).contains("200", "\"status\":\"UP\"");
            assertThat(process.management("/actuator/prometheus").all()).contains("jvm_memory_used_bytes");
            for (String path : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/sign-in"}) {
                assertThat(process.management(path).status()).as(path).isEqualTo(404);
            }
        }
    }

    /** A series for each clinic, or for each address that somebody made up, would fill the collector. */
    @ParameterizedTest
    @ValueSource(strings = {"portal"})
    void noMetricNamesAClinicOrAnAddress(String role) {
        try (ConfigurableApplicationContext application = RoleSettings.start(role)) {
            Running process = new Running(application);
            process.get("north.anteroom.test", "/sign-in");
            process.get("south.anteroom.test", "/sign-in");
            process.get("north.anteroom.test", "/made-up-address");
            process.get("made-up-host.anteroom.test", "/");

            assertThat(process.management("/actuator/prometheus").all())
                    .contains("http_server_requests_seconds_count", "uri=\"/sign-in\"")
                    .doesNotContain("north", "south", "made-up")
                    .doesNotContain(
                            Tenants.north().id().value(), Tenants.south().id().value());
        }
    }
}
