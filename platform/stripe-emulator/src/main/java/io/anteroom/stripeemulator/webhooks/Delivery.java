package io.anteroom.stripeemulator.webhooks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One event on its way to one endpoint, and the answers it got. */
public final class Delivery {

    private final String event;
    private final String type;
    private final String account;
    private final String payload;
    private final Endpoint endpoint;
    private final List<Integer> answers = new CopyOnWriteArrayList<>();

    Delivery(String event, String type, String account, String payload, Endpoint endpoint) {
        this.event = event;
        this.type = type;
        this.account = account;
        this.payload = payload;
        this.endpoint = endpoint;
    }

    /** The event's id. */
    public String event() {
        return event;
    }

    /** The event's type. */
    public String type() {
        return type;
    }

    /** The account it happened in, empty for the platform's own. */
    public String account() {
        return account;
    }

    /** What is posted, to the letter. */
    public String payload() {
        return payload;
    }

    /** Where it goes. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The HTTP statuses it was answered with, oldest first; 0 stands for no answer. */
    public List<Integer> answers() {
        return List.copyOf(answers);
    }

    /** Whether it was answered with 2xx once. */
    public boolean isTaken() {
        return answers.stream().anyMatch(status -> status >= 200 && status <= 299);
    }

    Delivery to(Endpoint other) {
        return new Delivery(event, type, account, payload, other);
    }

    void answered(int status) {
        answers.add(status);
    }

    int attempts() {
        return answers.size();
    }

    @Override
    public String toString() {
        return type + " " + event + " " + answers;
    }
}
