package io.anteroom.webkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An answer of the running server, asked by a socket: Java's clients would not let a test choose the host's name. */
record WholeResponse(int status, Map<String, String> headers, String body) {

    static WholeResponse ask(int port, String method, String host, String path, String... headers) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = method + " " + path + " HTTP/1.0\r\nHost: " + host + "\r\n" + String.join("\r\n", headers)
                    + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WholeResponse parse(String all) {
        int end = all.indexOf("\r\n\r\n");
        List<String> lines = all.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        lines.stream()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .forEach(pair -> headers.merge(pair[0].toLowerCase(Locale.ROOT), pair[1], (a, b) -> a + "\n" + b));
        return new WholeResponse(Integer.parseInt(lines.getFirst().split(" ", 3)[1]), headers, all.substring(end + 4));
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
