package io.anteroom.messaging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A mail server that is friendly until it is told the recipient, gives one answer then, and may fall silent before. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final String answer;
    private final String silentAt;

    ScriptedSmtp(String answer) throws IOException {
        this(answer, "never");
    }

    /**
     * @param silentAt the command, as {@code QUIT}, from which on nothing is answered
     */
    ScriptedSmtp(String answer, String silentAt) throws IOException {
        this.silentAt = silentAt;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.answer = answer;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try (Socket client = server.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 scripted");
            boolean inside = false;
            boolean silent = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                inside = inside && !line.equals(".");
                silent |= line.startsWith(silentAt);
                if (inside || silent) {
                    continue;
                }
                inside = line.equals("DATA");
                say(
                        out,
                        inside
                                ? "354 go on"
                                : line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
