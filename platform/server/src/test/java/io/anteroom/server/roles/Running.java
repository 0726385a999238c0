package io.anteroom.server.roles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ConfigurableApplicationContext;

/** A started application as the network sees it; asked by sockets, so that a test can send what no client would. */
final class Running {

    private final ConfigurableApplicationContext application;

    Running(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /**
     * What came back.
     *
     * @param all status line, headers and body
     */
    record Answer(int status, String all) {}

    Answer get(String host, String path) {
        return raw("local.server.port", "GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n");
    }

    Answer post(String host, String path) {
        return raw(
                "local.server.port", "POST " + path + " HTTP/1.0\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n");
    }

    /** Sends {@code request} as it is. */
    Answer send(String request) {
        return raw("local.server.port", request);
    }

    /** Asks the port of health and metrics. */
    Answer management(String path) {
        return raw("local.management.port", "GET " + path + " HTTP/1.0\r\nHost: 10.0.0.1\r\n\r\n");
    }

    private Answer raw(String port, String request) {
        int number = application.getEnvironment().getRequiredProperty(port, Integer.class);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), number)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(all.split(" ", 3)[1]), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
