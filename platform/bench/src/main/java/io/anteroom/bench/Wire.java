package io.anteroom.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection to the application, HTTP/1.1. It does as little as can be, since client and server share the
 * machine: what the client uses up, the server lacks. For one thread.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private @Nullable Socket socket;
    private Incoming in = new Incoming(InputStream.nullInputStream());

    /** To that port of the loopback; connects when first used. */
    public Wire(int port) {
        this.port = port;
    }

    /** What came back. */
    public static final class Answer {

        private final int status;
        private final List<String> headers;
        private final byte[] body;

        private Answer(int status, List<String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        public int status() {
            return status;
        }

        /** The lines of the head, without the status. */
        public List<String> headers() {
            return headers;
        }

        /** The value of the first header of that name, lower case; empty if there is none. */
        public String header(String name) {
            return headers.stream()
                    .filter(line -> isOf(line, name))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The bytes of a GET with one cookie. */
    public static byte[] get(String host, String path, String cookie) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + host + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie)
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends the request and reads the whole answer. */
    public Answer send(byte[] request) throws IOException {
        Socket open = open();
        open.getOutputStream().write(request);
        int status = Integer.parseInt(in.line().split(" ", 3)[1]);
        List<String> headers = new ArrayList<>();
        for (String line = in.line(); !line.isEmpty(); line = in.line()) {
            headers.add(line);
        }
        byte[] body = body(status, headers);
        if (headers.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).equals("connection: close"))) {
            close();
        }
        return new Answer(status, List.copyOf(headers), body);
    }

    private Socket open() throws IOException {
        if (socket == null) {
            Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(PATIENCE_MILLIS);
            in = new Incoming(fresh.getInputStream());
            socket = fresh;
        }
        return socket;
    }

    private byte[] body(int status, List<String> headers) throws IOException {
        for (String line : headers) {
            if (isOf(line, "content-length")) {
                return in.exactly(Integer.parseInt(
                        line.substring("content-length:".length()).strip()));
            }
            if (isOf(line, "transfer-encoding")) {
                return chunks();
            }
        }
        return status == 204 || status == 304 ? new byte[0] : in.rest();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(in.exactly(size));
            in.line();
        }
        in.line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(in.line().strip(), 16);
    }

    private static boolean isOf(String line, String name) {
        return line.length() > name.length()
                && line.charAt(name.length()) == ':'
                && line.regionMatches(true, 0, name, 0, name.length());
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException gone) {
            // It is closed, which is what was wanted.
        }
    }
}
