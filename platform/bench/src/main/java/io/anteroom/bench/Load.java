package io.anteroom.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * A closed loop: some clients that each ask, wait for the answer and ask again, for a time, over kept connections.
 *
 * @param count how many answers came
 * @param refused how many of them were not of status 200
 * @param seconds how long it took
 * @param micros how long each answer took, in microseconds
 */
public record Load(long count, long refused, double seconds, Histogram micros) {

    private static final long LONGEST_MICROS = 60_000_000;

    /** Answers a second. */
    public double perSecond() {
        return count / seconds;
    }

    /** The time that this part of the answers took at most, in milliseconds, as {@code 0.99}. */
    public double millis(double part) {
        return micros.getValueAtPercentile(part * 100) / 1_000.0;
    }

    /**
     * Runs it and fails if any answer was refused.
     *
     * @param requests the bytes of the next request ({@link Wire#get}); called by all clients at once
     */
    public static Load of(int port, int clients, Duration time, Supplier<byte[]> requests) throws InterruptedException {
        Load load = bearing(port, clients, time, requests);
        if (load.refused > 0) {
            throw new IllegalStateException(load.refused + " of " + load.count + " requests were refused");
        }
        return load;
    }

    /** Runs it, and counts what was refused. */
    public static Load bearing(int port, int clients, Duration time, Supplier<byte[]> requests)
            throws InterruptedException {
        long began = System.nanoTime();
        long until = began + time.toNanos();
        List<Load> parts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Load>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> client(port, until, requests)));
            }
            for (Future<Load> client : running) {
                parts.add(client.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client failed", failed);
        }
        Histogram all = histogram();
        parts.forEach(part -> all.add(part.micros));
        return new Load(
                parts.stream().mapToLong(Load::count).sum(),
                parts.stream().mapToLong(Load::refused).sum(),
                (System.nanoTime() - began) / 1e9,
                all);
    }

    private static Load client(int port, long until, Supplier<byte[]> requests) throws IOException {
        Histogram micros = histogram();
        long refused = 0;
        try (Wire wire = new Wire(port)) {
            for (long before = System.nanoTime(), after; before < until; before = after) {
                int status = wire.send(requests.get()).status();
                after = System.nanoTime();
                refused += status == 200 ? 0 : 1;
                micros.recordValue(Math.min(LONGEST_MICROS, (after - before) / 1_000));
            }
        }
        return new Load(micros.getTotalCount(), refused, 0, micros);
    }

    private static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, 3);
    }
}
