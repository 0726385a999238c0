package io.anteroom.stripeemulator.control;

import io.anteroom.stripeemulator.webhooks.Deliveries;
import io.anteroom.stripeemulator.webhooks.Delivery;
import java.util.List;

/** What happens to events on their way. To hold, send, forge and drop what waits, see {@link Control}. */
public final class WebhookControl {

    private final Deliveries deliveries;

    WebhookControl(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The waiting events go one after the other, the newest first, and later ones at once. */
    public void releaseBackwards() {
        deliveries.releaseBackwards();
    }

    /** Whether every event is sent twice from now on. */
    public void sendTwice(boolean on) {
        deliveries.sendTwice(on);
    }

    /**
     * The next {@code times} events like this never arrive.
     *
     * @param type a regular expression over {@code charge.refunded}
     */
    public void lose(String type, int times) {
        deliveries.lose(type, times);
    }

    /**
     * The latest two thousand deliveries, oldest first, with the answers each got: for a replay days later, or a retry.
     */
    public List<Delivery> history() {
        return deliveries.history();
    }

    /** The latest deliveries of a type, oldest first. */
    public List<Delivery> history(String type) {
        return history().stream()
                .filter(delivery -> delivery.type().equals(type))
                .toList();
    }
}
