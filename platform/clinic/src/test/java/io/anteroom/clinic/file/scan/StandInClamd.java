package io.anteroom.clinic.file.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Speaks clamd's INSTREAM on a port of this machine: finds what holds the word {@code EVIL}, or does what a test wants. */
public final class StandInClamd implements AutoCloseable {

    /** How it behaves. */
    public enum Mood {
        /** It scans. */
        WELL,
        /** It takes everything and never answers. */
        SILENT,
        /** It says that the content is too long. */
        TOO_LONG
    }

    private final ServerSocket server;
    private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.WELL);

    /** Starts it. */
    public StandInClamd() throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("stand-in-clamd").start(this::serve);
    }

    /** Where it listens. */
    public String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** Behaves so from now on. */
    public void mood(Mood next) {
        mood.set(next);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            var in = new DataInputStream(caller.getInputStream());
            byte[] command = in.readNBytes(10);
            if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                return;
            }
            var content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
            }
            switch (Objects.requireNonNull(mood.get())) {
                case WELL -> say(caller, verdict(content.toString(StandardCharsets.ISO_8859_1)));
                case TOO_LONG -> say(caller, "INSTREAM size limit exceeded. ERROR\0");
                case SILENT -> in.readAllBytes();
            }
        } catch (IOException e) {
            // The caller has gone.
        }
    }

    private static String verdict(String content) {
        return content.contains("EVIL") ? "stream: Test.Evil-1 FOUND\0" : "stream: OK\0";
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
