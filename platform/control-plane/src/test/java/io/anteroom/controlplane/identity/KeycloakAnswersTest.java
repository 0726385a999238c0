package io.anteroom.controlplane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.TenantId;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of each answer that a Keycloak may give. */
class KeycloakAnswersTest {

    private record Answer(int status, String body) {}

    private static final Answer MADE = new Answer(200, "{\"id\": \"made\"}");
    private static final Answer CONFLICT = new Answer(409, "{}");
    private static final Answer UNWELL = new Answer(503, "{}");
    private static final Answer REFUSED = new Answer(403, "{}");

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final TenantId tenant = new TenantId("answerstestx");
    private HttpServer server;
    private KeycloakConnection connection;
    private IdentityProvider keycloak;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/realms/anteroom/protocol/openid-connect/token",
                exchange -> answer(exchange, new Answer(200, "{\"access_token\": \"token\", \"expires_in\": 300}")));
        server.createContext("/admin/realms/anteroom/anteroom/", exchange -> {
            asked.add(exchange.getRequestURI().getPath().replace("/admin/realms/anteroom/anteroom/", ""));
            answer(exchange, answers.remove());
        });
        server.start();
        connection = new KeycloakConnection(new IdentitySettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "anteroom",
                "anteroom-platform",
                "very-secret",
                "anteroom-staff",
                Duration.ofSeconds(2),
                Duration.ofSeconds(20)));
        keycloak = new KeycloakIdentityProvider(connection, new Observing(ObservationRegistry.NOOP));
    }

    @AfterEach
    void stop() {
        connection.close();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String organisation() {
        return keycloak.organisation(tenant, new Slug("oak-lane"), "Oak Lane");
    }

    @Test
    void anOrganisationAndItsOwnerAreACallEach() {
        answers.addAll(List.of(MADE, MADE));
        keycloak.owner(organisation(), new EmailAddress("anna@example.org"), "Anna Berg");
        assertThat(asked).containsExactly("organisations", "organisations/made/members");
    }

    @Test
    void whatSomebodyElsesCameInTheWayOfIsAskedOnceMore() {
        answers.addAll(List.of(CONFLICT, MADE));
        assertThat(organisation()).isEqualTo("made");
    }

    @Test
    void aConflictThatStaysIsARefusal() {
        answers.addAll(List.of(CONFLICT, CONFLICT));
        assertThatThrownBy(this::organisation)
                .isInstanceOfSatisfying(
                        IdentityProviderException.class,
                        refusal -> assertThat(refusal.isAway()).isFalse());
    }

    @Test
    void aKeycloakThatIsNotWellIsAskedOnceMoreAndThenAway() {
        answers.addAll(List.of(UNWELL, MADE));
        assertThat(organisation()).isEqualTo("made");

        answers.addAll(List.of(UNWELL, UNWELL));
        assertThatThrownBy(this::organisation)
                .isInstanceOfSatisfying(
                        IdentityProviderException.class,
                        fault -> assertThat(fault.isAway()).isTrue());
    }

    @Test
    void aRefusalIsNotAskedAgain() {
        answers.add(REFUSED);
        assertThatThrownBy(this::organisation).isInstanceOf(IdentityProviderException.class);
        assertThat(asked).hasSize(1);
    }
}
