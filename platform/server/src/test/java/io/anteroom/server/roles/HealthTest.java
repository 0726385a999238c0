package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.testing.Tenants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class HealthTest {

    /** The one figure that tells tenants apart, behind a bound, by their opaque ids. */
    private static final String OF_THE_FEW_USED_MOST = "anteroom_tenants_requests_seconds";

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

            String metrics = process.management("/actuator/prometheus").all();
            assertThat(metrics)
                    .contains("http_server_requests_seconds_count", "uri=\"/sign-in\"")
                    .doesNotContain("north", "south", "made-up");
            assertThat(metrics.lines().filter(series -> !series.startsWith(OF_THE_FEW_USED_MOST)))
                    .noneMatch(series -> series.contains(Tenants.north().id().value())
                            || series.contains(Tenants.south().id().value()));
        }
    }
}
