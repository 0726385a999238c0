package io.anteroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.DatabasePasswords;
import io.anteroom.migrations.DatabaseRoles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each role, alone, with the environment that the chart gives it and nothing else, on a database that the role
 * {@code migrate} has made ready in the same way. Only addresses and the contents of secrets are put in.
 */
class RolesTest {

    private static final DatabasePasswords PASSWORDS = new DatabasePasswords("of-owner", "of-control", "of-tenant");

    private static final Rendered CHART = Chart.render("small");

    private static String database = "";

    @BeforeAll
    static void migrate() throws SQLException {
        PostgresServer server = PostgresServer.shared();
        server.createDatabase("anteroom_chart");
        try (Connection superuser = server.connect("anteroom_chart")) {
            DatabaseRoles.prepare(superuser, PASSWORDS);
        }
        database = server.jdbcUrl("anteroom_chart");
        try (RunningRole migration = start("migrate")) {
            assertThat(migration.context().isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "signup, example.org",
        "operator, ops.example.org",
        "staff, app.example.org",
        "portal, nobody.example.org"
    })
    void itStartsIsReadyAndAnswersOnItsHost(String role, String host) throws IOException, InterruptedException {
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
    void theWorkerStartsAndTakesStripesEvents() throws IOException, InterruptedException {
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

    private static RunningRole start(String role) {
        return RunningRole.start(
                role,
                CHART.environment(role),
                Map.of(
                        "ANTEROOM_TENANCY_URL", database,
                        "ANTEROOM_MIGRATIONS_URL", database,
                        "anteroom-database-owner/password", PASSWORDS.owner(),
                        "anteroom-database-control/password", PASSWORDS.control(),
                        "anteroom-database-tenant/password", PASSWORDS.tenant()));
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
