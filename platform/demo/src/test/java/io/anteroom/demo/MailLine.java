package io.anteroom.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the application and a mail server, and does what networks and mail servers do on bad days. */
public final class MailLine implements AutoCloseable {

    /** What becomes of a connection. */
    public enum State {
        /** It is passed on. */
        OPEN,
        /** It is closed at once, as where nothing listens. */
        DOWN,
        /** It is taken, and nothing is ever said. */
        SILENT,
        /** It is passed on, and cut after the mail server has taken the message and before it has said so. */
        CUT_AFTER_DATA
    }

    private static final byte[] END_OF_MESSAGE = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile State state = State.OPEN;

    MailLine(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("mail-line").start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections there were. */
    public int asked() {
        return asked.get();
    }

    /** From now on; connections there are already end. */
    public void is(State wanted) {
        state = wanted;
        open.forEach(MailLine::end);
        open.clear();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                asked.incrementAndGet();
                take(client);
            } catch (IOException cut) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(cut);
                }
            }
        }
    }

    private void take(Socket client) throws IOException {
        switch (state) {
            case DOWN -> end(client);
            case SILENT -> open.add(client);
            case OPEN, CUT_AFTER_DATA -> passOn(client, new Socket());
        }
    }

    private void passOn(Socket client, Socket server) throws IOException {
        open.add(client);
        open.add(server);
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), behind));
        var talk = new Talk(client, server, state == State.CUT_AFTER_DATA);
        Thread.ofVirtual().start(talk::there);
        Thread.ofVirtual().start(talk::back);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        is(State.DOWN);
    }

    /** One connection that is passed on, with what the client has sent of late. */
    private static final class Talk {

        private final Socket client;
        private final Socket server;
        private final boolean cutAfterMessage;
        private volatile boolean messageSent;

        Talk(Socket client, Socket server, boolean cutAfterMessage) {
            this.client = client;
            this.server = server;
            this.cutAfterMessage = cutAfterMessage;
        }

        void there() {
            try (InputStream in = client.getInputStream();
                    OutputStream out = server.getOutputStream()) {
                int matched = 0;
                for (int next = in.read(); next >= 0; next = in.read()) {
                    matched = next == END_OF_MESSAGE[matched] ? matched + 1 : next == '\r' ? 1 : 0;
                    if (matched == END_OF_MESSAGE.length) {
                        messageSent = true;
                        matched = 0;
                    }
                    out.write(next);
                }
            } catch (IOException cut) {
                end(server);
            }
        }

        void back() {
            try (InputStream in = server.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    if (messageSent && cutAfterMessage) {
                        end(client);
                        end(server);
                        return;
                    }
                    out.write(next);
                }
            } catch (IOException cut) {
                end(client);
            }
        }
    }
}
