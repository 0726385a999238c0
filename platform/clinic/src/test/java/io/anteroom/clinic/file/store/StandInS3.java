package io.anteroom.clinic.file.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps objects in memory, and speaks as much of S3 as files need: PUT, GET with a range, DELETE. */
public final class StandInS3 implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicInteger losing = new AtomicInteger();

    /** Starts it on a port of this machine. */
    public StandInS3() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All objects by their path. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    /** Refuses the next calls with a fault of its own, and does nothing. */
    public void fail(int calls) {
        failing.set(calls);
    }

    /** Does what the next calls want, and then says that it failed. */
    public void loseAnswers(int calls) {
        losing.set(calls);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            if (!call.getRequestHeaders().getFirst("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=key/")) {
                call.sendResponseHeaders(403, -1);
            } else if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                call.sendResponseHeaders(503, -1);
            } else {
                done(call, body);
            }
        }
    }

    private void done(HttpExchange call, byte[] body) throws IOException {
        String path = call.getRequestURI().getPath();
        boolean lost = losing.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        switch (call.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, body);
                call.sendResponseHeaders(lost ? 500 : 200, -1);
            }
            case "DELETE" -> {
                objects.remove(path);
                call.sendResponseHeaders(lost ? 500 : 204, -1);
            }
            case "GET" -> give(call, objects.get(path));
            default -> call.sendResponseHeaders(405, -1);
        }
    }

    private static void give(HttpExchange call, byte @Nullable [] object) throws IOException {
        if (object == null) {
            byte[] why = "<Error><Code>NoSuchKey</Code><Message>It is not there</Message></Error>"
                    .getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/xml");
            call.sendResponseHeaders(404, why.length);
            call.getResponseBody().write(why);
            return;
        }
        String range = call.getRequestHeaders().getFirst("Range");
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        byte[] part = Arrays.copyOfRange(object, from, object.length);
        call.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (object.length - 1) + "/" + object.length);
        call.sendResponseHeaders(206, part.length);
        call.getResponseBody().write(part);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
