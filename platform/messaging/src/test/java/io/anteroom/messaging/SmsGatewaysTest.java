package io.anteroom.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.anteroom.messaging.Delivery.Accepted;
import io.anteroom.messaging.Delivery.Refused;
import io.anteroom.messaging.Delivery.TryLater;
import io.anteroom.messaging.MessagingSettings.Gateway;
import io.anteroom.messaging.MessagingSettings.Sms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SmsGatewaysTest {

    private static final MessageId ID = new MessageId(UUID.fromString("6f9f4f0e-5c52-4c2c-9d2f-2f7d3c1b0a99"));
    private static final String TO = "+447700900123";
    private static final String TEXT = "Code 482913 & more\n@north.test #482913";

    record Request(String path, String key, String authorization, String body) {}

    final List<Request> requests = new ArrayList<>();
    HttpServer server;
    int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void theHttpGatewayGetsJsonWithATokenAndTheMessagesIdAsKey() {
        assertThat(http().send(ID, TO, TEXT)).isEqualTo(new Accepted());

        Request request = requests.getFirst();
        assertThat(request.path()).isEqualTo("/send");
        assertThat(request.key()).isEqualTo(ID.toString());
        assertThat(request.authorization()).isEqualTo("Bearer s3cret");
        var json = new JsonMapper().readTree(request.body());
        assertThat(json.get("to").asString()).isEqualTo(TO);
        assertThat(json.get("text").asString()).isEqualTo(TEXT);
        assertThat(json.get("from").asString()).isEqualTo("Clinic");
    }

    @Test
    void twilioGetsItsForm() {
        status = 201;
        assertThat(twilio("Clinic").send(ID, TO, TEXT)).isEqualTo(new Accepted());
        assertThat(twilio("MG0123").send(ID, TO, TEXT)).isEqualTo(new Accepted());

        assertThat(requests.getFirst().path()).isEqualTo("/2010-04-01/Accounts/AC12/Messages.json");
        assertThat(requests.getFirst().authorization()).isEqualTo("Basic QUMxMjpzM2NyZXQ=");
        assertThat(requests.getFirst().body())
                .isEqualTo("To=%2B447700900123&From=Clinic" + "&Body=Code+482913+%26+more%0A%40north.test+%23482913");
        assertThat(requests.get(1).body())
                .contains("MessagingServiceSid=MG0123")
                .doesNotContain("From=");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 409, 425, 429, 500, 502, 503, 302})
    void whatMayPassOrIsOursToMendIsTriedAgain(int answered) {
        status = answered;

        assertThat(http().send(ID, TO, TEXT)).isEqualTo(new TryLater("The SMS gateway answered " + answered));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 410, 422})
    void whatIsAboutTheMessageIsFinal(int answered) {
        status = answered;

        assertThat(http().send(ID, TO, TEXT))
                .isEqualTo(new Refused("The SMS gateway refused the message (" + answered + ")"));
    }

    @Test
    void aGatewayThatIsNotThereIsTriedAgain() {
        server.stop(0);

        assertThat(http().send(ID, TO, TEXT)).isInstanceOf(TryLater.class);
    }

    private SmsGateway http() {
        return new HttpSmsGateway(settings(Gateway.HTTP, "/send", "Clinic"), HttpClient.newHttpClient());
    }

    private SmsGateway twilio(String from) {
        return new TwilioSmsGateway(settings(Gateway.TWILIO, "", from), HttpClient.newHttpClient());
    }

    private Sms settings(Gateway gateway, String path, String from) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new Sms(gateway, url, "AC12", "s3cret", from, Duration.ofSeconds(10));
    }
}
