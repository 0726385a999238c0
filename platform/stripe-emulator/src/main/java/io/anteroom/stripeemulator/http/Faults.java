package io.anteroom.stripeemulator.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Faults waiting for the requests they are meant for. */
public final class Faults {

    /** Holds requests until it is opened: a slow Stripe, without a clock. */
    public static final class Gate {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        /** Waits until a request stands at the gate. */
        public void awaitArrival() throws InterruptedException {
            arrived.await();
        }

        /** Lets it and all later ones through. */
        public void open() {
            open.countDown();
        }

        private void pass() throws InterruptedException {
            arrived.countDown();
            open.await();
        }
    }

    /** A {@link Fault} or a {@link LastingFault}. */
    enum Kind {
        ERROR_BEFORE,
        ERROR_AFTER,
        LOST_BEFORE,
        LOST_AFTER,
        ERROR_KEPT,
        ERROR_KEPT_BEFORE,
        SILENT_BEFORE,
        SILENT_AFTER,
        ARRIVES_LATE
    }

    private record Planned(Pattern request, Kind kind) {}

    private record Held(Pattern request, Gate gate) {}

    private record Slow(Pattern request, Duration by) {}

    private final List<Slow> slow = new ArrayList<>();
    private CountDownLatch silence = new CountDownLatch(1);
    private final List<Planned> planned = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<Runnable> underWay = new ArrayList<>();

    /**
     * The next {@code times} requests like this get that fault.
     *
     * @param request a regular expression over {@code POST /v1/refunds}
     */
    public void plan(String request, Fault fault, int times) {
        plan(request, Kind.valueOf(fault.name()), times);
    }

    /** The next {@code times} requests like this get that fault. */
    public void plan(String request, LastingFault fault, int times) {
        plan(request, Kind.valueOf(fault.name()), times);
    }

    private synchronized void plan(String request, Kind kind, int times) {
        for (int i = 0; i < times; i++) {
            planned.add(new Planned(Pattern.compile(request), kind));
        }
    }

    /** The next request like this waits, before anything is done, until the gate is opened. */
    public synchronized Gate hold(String request) {
        var gate = new Gate();
        held.add(new Held(Pattern.compile(request), gate));
        gates.add(gate);
        return gate;
    }

    /** Every request like this takes that much longer, before anything is done, until faults are cleared. */
    public synchronized void slowDown(String request, Duration by) {
        slow.add(new Slow(Pattern.compile(request), by));
    }

    /**
     * Nothing goes wrong any more; who stands at a gate goes on, and who waits for an answer gets a broken connection.
     */
    public synchronized void clear() {
        slow.clear();
        silence.countDown();
        silence = new CountDownLatch(1);
        planned.clear();
        gates.forEach(Gate::open);
        gates.clear();
        held.clear();
        underWay.clear();
    }

    /** Whoever asked has given up, and it is still on its way. */
    synchronized void arrivesLate(Runnable request) {
        underWay.add(request);
    }

    /** The requests that are still on their way arrive now, one after the other; gives how many there were. */
    public int arrive() {
        List<Runnable> arriving;
        synchronized (this) {
            arriving = List.copyOf(underWay);
            underWay.clear();
        }
        arriving.forEach(Runnable::run);
        return arriving.size();
    }

    synchronized Optional<Kind> take(String request) {
        for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
            Planned one = each.next();
            if (one.request.matcher(request).matches()) {
                each.remove();
                return Optional.of(one.kind);
            }
        }
        return Optional.empty();
    }

    void linger(String request) throws InterruptedException {
        Thread.sleep(slowness(request));
    }

    /** Waits until faults are cleared. */
    void silence() throws InterruptedException {
        CountDownLatch over;
        synchronized (this) {
            over = silence;
        }
        over.await();
    }

    private synchronized Duration slowness(String request) {
        return slow.stream()
                .filter(each -> each.request.matcher(request).matches())
                .map(Slow::by)
                .reduce(Duration.ZERO, Duration::plus);
    }

    void pass(String request) throws InterruptedException {
        Optional<Gate> gate = gate(request);
        if (gate.isPresent()) {
            gate.get().pass();
        }
    }

    private synchronized Optional<Gate> gate(String request) {
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Held one = each.next();
            if (one.request.matcher(request).matches()) {
                each.remove();
                return Optional.of(one.gate);
            }
        }
        return Optional.empty();
    }
}
