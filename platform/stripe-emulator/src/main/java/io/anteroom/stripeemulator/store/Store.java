package io.anteroom.stripeemulator.store;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every object, under its account (empty for the platform's own) and id, as the JSON that the API shows. One lock over
 * everything: what happens inside {@link #atomically} happens at once, as with Stripe.
 */
public final class Store {

    /** Work on the store, which may refuse. */
    @FunctionalInterface
    public interface Work<R, X extends Exception> {
        /** Does it. */
        R run() throws X;
    }

    private static final String OBJECTS = "objects";
    private static final String NOTES = "notes";
    private static final String ANSWERS = "answers";

    private static final int FORGETTING = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable StateFile file;
    private final ObjectNode state;
    private long sequence;

    /**
     * @param path where to keep everything between runs, or null to forget it
     */
    public Store(@Nullable Path path) {
        this.file = path == null ? null : new StateFile(path);
        this.state = file == null ? Json.object() : file.read();
        this.sequence = state.path("sequence").asLong(0);
    }

    /** Does it with nobody in between, and saves what came of it. */
    public <R, X extends Exception> R atomically(Work<R, X> work) throws X {
        lock.lock();
        try {
            return work.run();
        } finally {
            save();
            lock.unlock();
        }
    }

    /** Adds or replaces the object under its own {@code id}. */
    public void put(String account, ObjectNode object) {
        String id = Json.text(object, "id");
        ObjectNode note = note(account, id);
        if (!note.has("sequence")) {
            note.put("sequence", ++sequence);
        }
        child(OBJECTS, account).set(id, object);
    }

    /** The object, or null. */
    public @Nullable ObjectNode get(String account, String id) {
        return child(OBJECTS, account).get(id) instanceof ObjectNode object ? object : null;
    }

    /** Forgets an object, and what is known of it. */
    public void remove(String account, String id) {
        child(OBJECTS, account).remove(id);
        child(NOTES, account).remove(id);
    }

    /** Every object of one kind ({@code "object": "charge"}) in an account, newest first. */
    public List<ObjectNode> all(String account, String kind) {
        return child(OBJECTS, account).values().stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(object -> Json.text(object, "object").equals(kind))
                .sorted(Comparator.comparingLong((ObjectNode object) -> note(account, Json.text(object, "id"))
                                .path("sequence")
                                .asLong())
                        .reversed())
                .toList();
    }

    /**
     * Removes the oldest of one kind in an account, and what is known of them, beyond {@code kept}; looks only now and
     * then.
     */
    public void forgetOldest(String account, String kind, int kept) {
        if (sequence % FORGETTING == 0) {
            all(account, kind).stream()
                    .skip(kept)
                    .map(object -> Json.text(object, "id"))
                    .forEach(id -> remove(account, id));
        }
    }

    /** What the emulator knows of an object and the API does not show. */
    public ObjectNode note(String account, String id) {
        ObjectNode notes = child(NOTES, account);
        return notes.get(id) instanceof ObjectNode note ? note : notes.putObject(id);
    }

    /** The accounts that hold anything. */
    public List<String> accounts() {
        return List.copyOf(top(OBJECTS).propertyNames());
    }

    /** The kept answer to a request with that idempotency key, or null. */
    public @Nullable ObjectNode answer(String key) {
        lock.lock();
        try {
            return top(ANSWERS).get(key) instanceof ObjectNode answer ? answer : null;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps an answer, given at that second, and forgets those given before the other. */
    public void keepAnswer(String key, ObjectNode answer, long at, long forgotten) {
        atomically(() -> {
            ObjectNode answers = top(ANSWERS);
            answers.set(key, answer.put("at", at));
            List<String> old = answers.propertyNames().stream()
                    .filter(name -> answers.path(name).path("at").asLong(0) < forgotten)
                    .toList();
            return answers.remove(old);
        });
    }

    /** One number kept beside the objects. */
    public long number(String name) {
        return state.path(name).asLong(0);
    }

    /** Keeps one number beside the objects. */
    public void keepNumber(String name, long value) {
        atomically(() -> state.put(name, value));
    }

    private void save() {
        if (file != null) {
            file.write(state.put("sequence", sequence));
        }
    }

    private ObjectNode child(String part, String account) {
        ObjectNode top = top(part);
        return top.get(account) instanceof ObjectNode child ? child : top.putObject(account);
    }

    private ObjectNode top(String part) {
        JsonNode top = state.get(part);
        return top instanceof ObjectNode object ? object : state.putObject(part);
    }
}
