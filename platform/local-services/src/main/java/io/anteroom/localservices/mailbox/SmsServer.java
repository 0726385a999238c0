package io.anteroom.localservices.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.anteroom.localservices.mailbox.ReceivedMessage.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An SMS gateway: {@code POST /messages} with a bearer token and {@code {"to": "+44...", "text": "..."}}. */
final class SmsServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Request(@Nullable String to, @Nullable String text) {}

    private record Accepted(String id) {}

    private record Refused(String error) {}

    private final ReceivedMessages received;
    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SmsServer(ReceivedMessages received, String token) throws IOException {
        this.received = received;
        this.token = token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/messages", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/messages");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, new Refused("Only POST"));
            } else if (!authorized(exchange)) {
                answer(exchange, 401, new Refused("Wrong token"));
            } else {
                accept(exchange);
            }
        }
    }

    private boolean authorized(HttpExchange exchange) {
        var given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(bytes(given), bytes("Bearer " + token));
    }

    private void accept(HttpExchange exchange) throws IOException {
        Request request;
        try {
            request = JSON.readValue(exchange.getRequestBody().readAllBytes(), Request.class);
        } catch (JacksonException unreadable) {
            answer(exchange, 400, new Refused("Not JSON of to and text"));
            return;
        }
        if (request.to() == null || request.text() == null) {
            answer(exchange, 400, new Refused("Both to and text are needed"));
            return;
        }
        var message = received.add(Channel.SMS, request.to(), "", "", request.text(), "");
        answer(exchange, 202, new Accepted("sms_" + message.id()));
    }

    private static void answer(HttpExchange exchange, int status, Record body) throws IOException {
        var json = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
