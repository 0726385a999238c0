package io.anteroom.stripeemulator.webhooks;

import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private final Post post;
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final List<Delivery> waiting = new ArrayList<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(
            2, Thread.ofVirtual().name("stripe-webhook-", 0).factory());
    private boolean held;

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
                if (held) {
                    waiting.add(delivery);
                } else {
                    later.execute(() -> attempt(delivery));
                }
            }
        }
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

    /** What waits, oldest first. */
    public synchronized List<Delivery> waiting() {
        return List.copyOf(waiting);
    }

    /** A waiting event is lost. */
    public synchronized void drop(Delivery delivery) {
        waiting.remove(delivery);
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
