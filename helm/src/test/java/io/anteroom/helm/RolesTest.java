package io.anteroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each role, alone, with the environment that the chart gives it and nothing else, on a database that the documented
 * script and then the role {@code migrate} have made ready. Only addresses and the contents of secrets are put in.
 */
class RolesTest {

    private static final Rendered CHART = Chart.render("small");

    @ParameterizedTest
    @CsvSource({
        "signup, example.org",
        "operator, ops.example.org",
        "staff, app.example.org",
        "portal, nobody.example.org"
    })
    void itStartsIsReadyAndAnswersOnItsHost(String role, String host)
            throws IOException, InterruptedException, SQLException {
        try (RunningRole running = start(role)) {
            assertThat(get(running.management("/actuator/health/liveness"), host)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(running.management("/actuator/health/readiness"), host)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(running.management("/actuator/prometheus"), host).body())
                    .contains("jvm_memory_used_bytes");
            assertThat(get(running.web("/actuator/health/readiness"), host).statusCode())
                    .isNotEqualTo(200);
            assertThat(get(running.web("/"), host).statusCode()).isBetween(200, 404);
        }
    }

    @Test
    void theWorkerStartsAndTakesStripesEvents() throws IOException, InterruptedException, SQLException {
        try (RunningRole running = start("worker")) {
            assertThat(get(running.management("/actuator/health/readiness"), "example.org")
                            .statusCode())
                    .isEqualTo(200);
            HttpRequest forged = request(running.web("/webhooks/stripe/platform"), "example.org")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(send(forged).statusCode()).isEqualTo(400);
        }
    }

    private static RunningRole start(String role) throws SQLException, IOException {
        return RunningRole.start(
                role, CHART.environment(role), DocumentedDatabase.migrated().settings());
    }

    private static HttpResponse<String> get(URI address, String host) throws IOException, InterruptedException {
        return send(request(address, host).build());
    }

    private static HttpRequest.Builder request(URI address, String host) {
        return HttpRequest.newBuilder(address).header("Host", host);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
