package io.anteroom.stripeemulator.world;

import com.stripe.Stripe;
import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Ids;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.store.Store;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/** Tells what happened: keeps each event, for the events API, and passes it on to be delivered. */
public final class Events {

    /** So many events of each account can be read back; Stripe keeps those of thirty days. */
    static final int KEPT = 2_000;

    private final Store store;
    private final EmulatorClock clock;
    private final Ids ids;
    private final BiConsumer<String, ObjectNode> delivery;

    /**
     * @param delivery takes the account, empty for the platform's own, and the event
     */
    public Events(Store store, EmulatorClock clock, Ids ids, BiConsumer<String, ObjectNode> delivery) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.delivery = delivery;
    }

    /** A v1 event, with the object as it now is. */
    public void emit(String account, String type, ObjectNode object) {
        ObjectNode event = Json.object()
                .put("id", ids.next("evt"))
                .put("object", "event")
                .put("api_version", Stripe.API_VERSION)
                .put("created", clock.seconds())
                .put("livemode", false)
                .put("pending_webhooks", 1)
                .put("type", type);
        if (!account.isEmpty()) {
            event.put("account", account);
        }
        event.putObject("data").set("object", object.deepCopy());
        event.putObject("request").putNull("id").putNull("idempotency_key");
        keep(account, event);
        delivery.accept(account, event);
    }

    /** A v2 event: thin, it only names the object. The platform hears of it, whichever account it is about. */
    public void emitThin(String type, String objectType, String id, String url) {
        ObjectNode event = Json.object()
                .put("id", ids.next("evt_test"))
                .put("object", "v2.core.event")
                .put("type", type)
                .put("created", clock.text())
                .put("livemode", false)
                .putNull("context")
                .putNull("reason");
        event.putObject("related_object").put("id", id).put("type", objectType).put("url", url);
        keep("", event);
        delivery.accept("", event);
    }

    /** Keeps it, and forgets the oldest beyond what is kept. */
    private void keep(String account, ObjectNode event) {
        store.put(account, event);
        store.forgetOldest(account, Json.text(event, "object"), KEPT);
    }
}
