package io.anteroom.stripeemulator.world;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts an object in the place of its id where {@code expand[]} asks for it: {@code payment_intent.latest_charge}. */
public final class Expansion {

    private static final int DEEPEST = 4;

    private Expansion() {}

    /** The same handler, its answer expanded. */
    public static Routes.Handler around(World world, Routes.Handler handler) {
        return call -> {
            List<String> paths = call.params().list("expand");
            for (String path : paths) {
                if (path.split("\\.", -1).length > DEEPEST) {
                    throw StripeError.invalid(
                            "parameter_invalid_string",
                            "You cannot expand more than 4 levels of a property.",
                            "expand");
                }
            }
            Reply reply = handler.handle(call);
            return paths.isEmpty()
                    ? reply
                    : Reply.json(reply.status(), of(world, call, Json.read(reply.body()), paths));
        };
    }

    private static JsonNode of(World world, Call call, JsonNode body, List<String> paths) {
        for (String path : paths) {
            expand(world, call, body, List.of(path.split("\\.", -1)));
        }
        return body;
    }

    private static void expand(World world, Call call, JsonNode at, List<String> path) {
        if (path.isEmpty() || !(at instanceof ObjectNode object)) {
            return;
        }
        String key = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (object.get(key) instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                ObjectNode found = found(world, call, array.get(i));
                if (found != null) {
                    array.set(i, found);
                }
                expand(world, call, array.get(i), rest);
            }
            return;
        }
        ObjectNode found = found(world, call, object.path(key));
        if (found != null) {
            object.set(key, found);
        }
        expand(world, call, object.path(key), rest);
    }

    private static @org.jspecify.annotations.Nullable ObjectNode found(World world, Call call, JsonNode id) {
        ObjectNode found = id.isString() ? world.store().get(call.account(), id.asString()) : null;
        return found == null ? null : found.deepCopy();
    }
}
