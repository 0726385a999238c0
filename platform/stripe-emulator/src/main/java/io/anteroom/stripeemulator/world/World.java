package io.anteroom.stripeemulator.world;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Ids;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.store.Store;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every object needs: the store, the time, new ids, the events to tell of what happened, and what is to happen
 * later.
 *
 * @param address where the emulator listens, for the links it makes
 */
public record World(Store store, EmulatorClock clock, Ids ids, Events events, Later later, String address) {

    /** How Stripe's messages name an object; others by their own name. */
    private static final Map<String, String> NAMES = Map.of(
            "checkout.session",
            "checkout session",
            "payment_method",
            "PaymentMethod",
            "setup_intent",
            "setupintent",
            "balance_transaction",
            "balance transaction");

    /**
     * The object of that kind in that account, which the request's path names.
     *
     * @param kind as in its {@code object} field
     * @throws StripeError if there is none, as Stripe says it
     */
    public ObjectNode require(String account, String kind, String id) throws StripeError {
        ObjectNode object = store.get(account, id);
        if (object == null || !Json.text(object, "object").equals(kind)) {
            throw StripeError.missing(NAMES.getOrDefault(kind, kind), id);
        }
        return object;
    }

    /**
     * The object of that kind in that account, which a parameter names.
     *
     * @throws StripeError if there is none, or it was deleted
     */
    public ObjectNode named(String account, String kind, String id, String param) throws StripeError {
        ObjectNode object = store.get(account, id);
        if (object == null
                || !Json.text(object, "object").equals(kind)
                || object.path("deleted").asBoolean(false)) {
            throw StripeError.missing(NAMES.getOrDefault(kind, kind), id, param);
        }
        return object;
    }

    /** What the emulator knows of an object and the API does not show. */
    public ObjectNode note(String account, ObjectNode object) {
        return store.note(account, Json.text(object, "id"));
    }

    /** Tells of what happened to an object, as it now is. */
    public void tell(String account, String type, ObjectNode object) {
        events.emit(account, type, object);
    }

    /** A new object with what all have: id, kind, time of creation, metadata, and that it is not live. */
    public ObjectNode begin(String kind, String id, Map<String, String> metadata) {
        ObjectNode object = Json.object()
                .put("id", id)
                .put("object", kind)
                .put("created", clock.seconds())
                .put("livemode", false);
        metadata.forEach(object.putObject("metadata")::put);
        return object;
    }
}
