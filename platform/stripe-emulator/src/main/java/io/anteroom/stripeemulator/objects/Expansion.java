package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.store.Json;
import tools.jackson.databind.node.ObjectNode;

/** Puts an object in the place of its id where {@code expand[]} asks for it: {@code payment_intent.latest_charge}. */
final class Expansion {

    private Expansion() {}

    static ObjectNode of(World world, Call call, ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        for (String path : call.params().list("expand")) {
            ObjectNode at = copy;
            for (String key : path.split("\\.", -1)) {
                ObjectNode found = at.get(key) instanceof ObjectNode there
                        ? there
                        : world.store().get(call.account(), Json.text(at, key));
                if (found == null) {
                    break;
                }
                ObjectNode expanded = found.deepCopy();
                at.set(key, expanded);
                at = expanded;
            }
        }
        return copy;
    }
}
