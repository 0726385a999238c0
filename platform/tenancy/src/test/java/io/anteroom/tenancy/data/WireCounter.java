package io.anteroom.tenancy.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the driver and PostgreSQL and counts round trips: each time the client speaks after the server did. What
 * the driver sends in one go, however many messages it is, counts once.
 */
final class WireCounter implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final AtomicInteger roundTrips = new AtomicInteger();

    WireCounter(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The address of the same database by way of this counter. */
    String url(String database) {
        return "jdbc:postgresql://localhost:" + door.getLocalPort() + "/" + database
                + "?sslmode=disable&gssEncMode=disable";
    }

    /** How many round trips {@code work} takes. */
    int during(Runnable work) {
        int before = roundTrips.get();
        work.run();
        return roundTrips.get() - before;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                AtomicBoolean serverSpokeLast = new AtomicBoolean(true);
                Thread.ofVirtual()
                        .start(() -> copy(client, upstream, () -> {
                            if (serverSpokeLast.compareAndSet(true, false)) {
                                roundTrips.incrementAndGet();
                            }
                        }));
                Thread.ofVirtual().start(() -> copy(upstream, client, () -> serverSpokeLast.set(true)));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void copy(Socket from, Socket to, Runnable each) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                each.run();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException closed) {
            // One side has hung up, and so does the other.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
