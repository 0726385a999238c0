package io.anteroom.stripeemulator.webhooks;

import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events on their way. By themselves they go at once, in no particular order, and again after a while when not answered
 * with 2xx; held, they wait until somebody sends them.
 */
public final class Deliveries implements AutoCloseable {

    private static final List<Duration> AGAIN_AFTER = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private static final int REMEMBERED = 2_000;

    private final Post post;
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final List<Delivery> waiting = new ArrayList<>();
    private final Deque<Delivery> history = new ArrayDeque<>();
    private final List<Pattern> losing = new ArrayList<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(
            2, Thread.ofVirtual().name("stripe-webhook-", 0).factory());
    private boolean held;
    private boolean twice;

    /** Deliveries signed by that clock. */
    public Deliveries(EmulatorClock clock) {
        this.post = new Post(clock);
    }

    /** From now on events are posted there too. */
    public void add(Endpoint endpoint) {
        endpoints.add(endpoint);
    }

    /** Takes an event for every endpoint that wants it. */
    public synchronized void offer(String account, ObjectNode event) {
        String type = Json.text(event, "type");
        for (Endpoint endpoint : endpoints) {
            if (endpoint.wants(account, type)) {
                var delivery = new Delivery(Json.text(event, "id"), type, account, Json.pretty(event), endpoint);
                remember(delivery);
                if (!isLost(type)) {
                    go(delivery);
                }
            }
        }
    }

    private void remember(Delivery delivery) {
        history.addLast(delivery);
        if (history.size() > REMEMBERED) {
            history.removeFirst();
        }
    }

    private boolean isLost(String type) {
        for (Iterator<Pattern> each = losing.iterator(); each.hasNext(); ) {
            if (each.next().matcher(type).matches()) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    private void go(Delivery delivery) {
        for (int i = 0; i < (twice ? 2 : 1); i++) {
            if (held) {
                waiting.add(delivery);
            } else {
                later.execute(() -> attempt(delivery));
            }
        }
    }

    /** The next {@code times} events of a type like this are never sent. */
    public synchronized void lose(String type, int times) {
        for (int i = 0; i < times; i++) {
            losing.add(Pattern.compile(type));
        }
    }

    /** Whether every event is sent twice from now on. */
    public synchronized void sendTwice(boolean on) {
        twice = on;
    }

    /** The latest deliveries, oldest first, whatever became of them. */
    public synchronized List<Delivery> history() {
        return List.copyOf(history);
    }

    /** How many endpoints an event has not reached yet. */
    public synchronized long undelivered(String event) {
        return history.stream()
                .filter(delivery -> delivery.event().equals(event) && !delivery.isTaken())
                .count();
    }

    /** From now on events wait. */
    public synchronized void hold() {
        held = true;
    }

    /** The waiting events go, and later ones at once. */
    public synchronized void release() {
        held = false;
        waiting.forEach(delivery -> later.execute(() -> attempt(delivery)));
        waiting.clear();
    }

    /** The waiting events go one after the other, the newest first, and later ones at once. */
    public synchronized void releaseBackwards() {
        held = false;
        List<Delivery> backwards = List.copyOf(waiting.reversed());
        waiting.clear();
        later.execute(() -> backwards.forEach(this::attempt));
    }

    /** What waits, oldest first. */
    public synchronized List<Delivery> waiting() {
        return List.copyOf(waiting);
    }

    /** A waiting event is lost. */
    public synchronized void drop(Delivery delivery) {
        waiting.removeIf(each -> each == delivery);
    }

    /** Sends it here and now, and again if it was sent before; gives the answer's status, 0 for none. */
    public int send(Delivery delivery) throws InterruptedException {
        drop(delivery);
        return post.send(delivery, delivery.endpoint().secret());
    }

    /** Sends it to another endpoint, signed with that one's secret. */
    public int sendTo(Delivery delivery, Endpoint other) throws InterruptedException {
        return post.send(delivery.to(other), other.secret());
    }

    /** Sends it with a signature made with another secret. */
    public int forge(Delivery delivery, String secret) throws InterruptedException {
        return post.send(delivery, secret);
    }

    @Override
    public void close() {
        later.shutdownNow();
        post.close();
    }

    private void attempt(Delivery delivery) {
        try {
            int status = post.send(delivery, delivery.endpoint().secret());
            if ((status < 200 || status > 299) && delivery.attempts() <= AGAIN_AFTER.size() && !later.isShutdown()) {
                Duration pause = AGAIN_AFTER.get(delivery.attempts() - 1);
                var _ = later.schedule(() -> attempt(delivery), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
