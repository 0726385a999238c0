package io.anteroom.stripeemulator.http;

import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.store.Store;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Idempotency keys, per account: the first answer is given again, other parameters under the same key are refused, and
 * so is
 * a second request while the first is going on. A key is forgotten a day after its first answer, as Stripe says it may
 * be.
 */
final class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Store store;
    private final EmulatorClock clock;
    private final Set<String> inProgress = new HashSet<>();

    Idempotency(Store store, EmulatorClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The answer given before, or nothing: then the caller must {@link #end} what it now begins. */
    synchronized Optional<Reply> begin(String account, String key, String path, String fingerprint) throws StripeError {
        String name = account + "/" + key;
        ObjectNode earlier = store.answer(name);
        if (earlier != null && earlier.path("at").asLong(0) >= clock.seconds() - KEPT.toSeconds()) {
            if (!Json.text(earlier, "path").equals(path)) {
                throw StripeError.keyOfAnotherPath(Json.text(earlier, "path"));
            }
            if (!Json.text(earlier, "request").equals(fingerprint)) {
                throw StripeError.keyReused();
            }
            return Optional.of(Reply.json(earlier.get("status").asInt(), earlier.get("body"))
                    .replayed());
        }
        if (!inProgress.add(name)) {
            throw StripeError.keyInUse();
        }
        return Optional.empty();
    }

    /** Keeps the answer, or only frees the key where there is none to keep. */
    synchronized void end(String account, String key, String path, String fingerprint, @Nullable Reply reply) {
        String name = account + "/" + key;
        inProgress.remove(name);
        if (reply != null) {
            ObjectNode answer =
                    Json.object().put("path", path).put("request", fingerprint).put("status", reply.status());
            answer.set("body", Json.read(reply.body()));
            long now = clock.seconds();
            store.keepAnswer(name, answer, now, now - KEPT.toSeconds());
        }
    }
}
