package io.anteroom.stripeemulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The listener: takes requests off the wire, on virtual threads, and puts answers on it. Loopback only. */
public final class HttpFront implements AutoCloseable {

    private static final int BIGGEST_BODY = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Takes the port; answers nothing yet.
     *
     * @param port 0 for any free one
     * @throws IOException if the port is taken
     */
    public HttpFront(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
    }

    /** Starts to answer. */
    public void serve(Api api, Routes pages) {
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, api, pages);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    /** Where it listens, without a slash at the end. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Api api, Routes pages) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readNBytes(BIGGEST_BODY), StandardCharsets.UTF_8);
        if (Api.serves(path)) {
            Api.Outcome outcome = api.answer(new Api.Request(
                    exchange.getRequestMethod(),
                    path,
                    query(exchange),
                    body,
                    name -> exchange.getRequestHeaders().getFirst(name)));
            if (outcome instanceof Api.Answered(Reply reply)) {
                exchange.getResponseHeaders().set("Request-Id", api.requestId());
                send(exchange, reply);
            } else {
                breakOff(exchange);
            }
        } else {
            send(exchange, page(exchange, pages, path, body));
        }
    }

    private static Reply page(HttpExchange exchange, Routes pages, String path, String body) {
        Routes.Match match = pages.find(exchange.getRequestMethod(), path).orElse(null);
        if (match == null) {
            return new Reply(404, "text/plain", "Not found", java.util.Map.of());
        }
        try {
            Params params = Params.form(query(exchange)).and(Params.form(body));
            return match.handler().handle(new Call(exchange.getRequestMethod(), path, match.variables(), params, ""));
        } catch (StripeError e) {
            return e.reply();
        }
    }

    /** Begins to answer and stops: were nothing sent at all, the JDK's client would quietly send the request again. */
    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
    }

    private static String query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.bytes();
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
