package io.anteroom.bench.flood;

import io.anteroom.bench.Clinic;
import io.anteroom.bench.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A clinic's patients, who open their home page so many times a second whatever the answers take. An answer's time
 * counts from when its request was due, so that waiting for those before it counts too.
 */
record Patients(int port, Clinic clinic, int perSecond) {

    private static final int THREADS = 8;
    private static final long LONGEST_MICROS = 60_000_000;

    /** Their answers' times, in microseconds; fails if one was refused. */
    Histogram asked(Duration time) throws Exception {
        long began = System.nanoTime();
        long until = began + time.toNanos();
        AtomicInteger next = new AtomicInteger();
        Histogram all = micros();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Histogram>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> ask(began, until, next)));
            }
            for (Future<Histogram> part : running) {
                all.add(part.get());
            }
        }
        return all;
    }

    private Histogram ask(long began, long until, AtomicInteger next) throws IOException {
        byte[] page = Wire.get(clinic.host(), "/", Clinic.SESSION_COOKIE + "=" + Clinic.token(1));
        Histogram micros = micros();
        try (Wire wire = new Wire(port)) {
            for (long due = due(began, next); due < until; due = due(began, next)) {
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                int status = wire.send(page).status();
                if (status != 200) {
                    throw new IOException("The clinic that nobody floods answered " + status);
                }
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1_000));
            }
        }
        return micros;
    }

    private long due(long began, AtomicInteger next) {
        return began + next.getAndIncrement() * 1_000_000_000L / perSecond;
    }

    /** For times in microseconds. */
    static Histogram micros() {
        return new Histogram(LONGEST_MICROS, 3);
    }
}
