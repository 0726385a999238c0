package io.anteroom.localservices.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between the driver and PostgreSQL and counts round trips: each time the client speaks after the server did. What
 * the driver sends in one go, however many messages it is, counts once. It can also make each of them take longer, as if
 * the server stood further away.
 */
public final class PostgresWire implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final AtomicInteger roundTrips = new AtomicInteger();
    private volatile Duration distance = Duration.ZERO;

    /** A wire to the server that listens on that port of this machine. */
    public PostgresWire(int server) {
        this.server = server;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofPlatform().daemon().name("wire").start(this::accept);
    }

    /** The JDBC address of a database of the server by way of this wire, with neither user nor password in it. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + door.getLocalPort() + "/" + database
                + "?sslmode=disable&gssEncMode=disable";
    }

    /** How many round trips were made so far, on all connections. */
    public int roundTrips() {
        return roundTrips.get();
    }

    /** How many round trips {@code work} takes. */
    public int during(Runnable work) {
        int before = roundTrips.get();
        work.run();
        return roundTrips.get() - before;
    }

    /** From now on each round trip takes that much longer. */
    public void stretch(Duration roundTrip) {
        distance = roundTrip;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                AtomicBoolean serverSpokeLast = new AtomicBoolean(true);
                start(() -> copy(client, upstream, () -> asked(serverSpokeLast)));
                start(() -> copy(upstream, client, () -> serverSpokeLast.set(true)));
            }
        } catch (IOException closed) {
            // The wire is no longer needed.
        }
    }

    /** Threads of the system: one that waits so long, so often, would keep others from theirs. */
    private static void start(Runnable copying) {
        Thread.ofPlatform().daemon().name("wire").start(copying);
    }

    private void asked(AtomicBoolean serverSpokeLast) {
        if (serverSpokeLast.compareAndSet(true, false)) {
            roundTrips.incrementAndGet();
            if (!distance.isZero()) {
                LockSupport.parkNanos(distance.toNanos());
            }
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
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
