package io.anteroom.stripeemulator.world;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to happen by itself when the clock gets there: funds become available, payouts arrive, refunds end, deadlines
 * pass.
 * It is kept with the objects, so a restart forgets nothing, and happens with the next request or when the clock is
 * moved.
 */
public final class Later {

    /** Does one thing whose time has come. It must look whether it is still to be done. */
    @FunctionalInterface
    public interface Act {
        /** Does it to that object. */
        void happen(String account, String id) throws StripeError;
    }

    private static final String LIST = "later";

    private final Store store;
    private final EmulatorClock clock;
    private final Map<String, Act> acts = new HashMap<>();

    /** Things that happen by that clock. */
    public Later(Store store, EmulatorClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Gives a kind of act its name. */
    public void knows(String name, Act act) {
        acts.put(name, act);
    }

    /** Has it happen then. */
    public void plan(String account, String act, String id, Instant at) {
        list(account).addObject().put("act", act).put("id", id).put("at", at.getEpochSecond());
    }

    /** Everything in the account whose time has come happens, in its order. */
    public void catchUp(String account) throws StripeError {
        long now = clock.seconds();
        ArrayNode all = list(account);
        List<ObjectNode> due = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).path("at").asLong() <= now) {
                due.add((ObjectNode) all.remove(i));
            }
        }
        due.sort(Comparator.comparingLong(one -> one.path("at").asLong()));
        for (ObjectNode one : due) {
            Act act = acts.get(Json.text(one, "act"));
            if (act != null) {
                act.happen(account, Json.text(one, "id"));
            }
        }
    }

    private ArrayNode list(String account) {
        ObjectNode note = store.note(account, LIST);
        return note.get(LIST) instanceof ArrayNode list ? list : note.putArray(LIST);
    }
}
