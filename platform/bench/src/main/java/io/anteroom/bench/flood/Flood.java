package io.anteroom.bench.flood;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One request so many times a second, over kept connections, from one thread: what the flood costs should be the
 * server's cost. It asks by the clock; only while all its connections wait for an answer it asks nothing.
 */
final class Flood implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final long MILLISECOND = 1;

    /** The page, the refusal, and what a clinic is answered that waits too long for its own connections. */
    private static final Set<Integer> ANSWERS = Set.of(200, 429, 503);

    private final InetSocketAddress server;
    private final byte[] request;
    private final int perSecond;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Deque<Line> free = new ArrayDeque<>();
    private final Thread thread;
    private volatile @Nullable IOException failure;

    /** Begins at once. */
    Flood(int port, byte[] request, int perSecond) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.request = request;
        this.perSecond = perSecond;
        this.thread = Thread.ofPlatform().name("flood").start(this::run);
    }

    /** How many were answered with the page. */
    long served() {
        return served.get();
    }

    /** How many were answered without it. */
    long refused() {
        return refused.get();
    }

    private void run() {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                free.add(new Line(server, selector));
            }
            long began = System.nanoTime();
            for (long sent = 0; !over.get(); ) {
                long due = (System.nanoTime() - began) / 1_000 * perSecond / 1_000_000;
                for (; sent < due && !free.isEmpty(); sent++) {
                    free.remove().send(request);
                }
                sent = free.isEmpty() ? due : sent;
                selector.select(key -> answered(key), MILLISECOND);
            }
            for (SelectionKey key : selector.keys()) {
                ((Line) key.attachment()).close();
            }
        } catch (IOException failed) {
            failure = failed;
        }
    }

    private void answered(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            int status = line.read();
            if (status == Line.NOT_YET) {
                return;
            }
            (status == 200 ? served : refused).incrementAndGet();
            if (!ANSWERS.contains(status)) {
                throw new IOException("The flooded clinic answered " + status);
            }
            free.add(line);
        } catch (IOException failed) {
            failure = failed;
            over.set(true);
        }
    }

    /** Ends it; fails if something else than pages and refusals came back. */
    @Override
    public void close() throws IOException {
        over.set(true);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the flood ended", stopped);
        }
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
        if (refused.get() == 0) {
            throw new IOException("Nothing of the flood was refused, so it was none");
        }
    }
}
