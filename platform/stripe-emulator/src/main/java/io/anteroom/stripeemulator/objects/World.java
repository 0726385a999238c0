package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.EmulatorClock;
import io.anteroom.stripeemulator.store.Ids;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.store.Store;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every object needs: the store, the time, new ids, and the events to tell of what happened.
 *
 * @param address where the emulator listens, for the links it makes
 */
public record World(Store store, EmulatorClock clock, Ids ids, Events events, String address) {

    /**
     * The object of that kind in that account.
     *
     * @param kind as in its {@code object} field
     * @throws StripeError if there is none, as Stripe says it
     */
    ObjectNode require(String account, String kind, String id) throws StripeError {
        ObjectNode object = store.get(account, id);
        if (object == null || !Json.text(object, "object").equals(kind)) {
            throw StripeError.missing(kind.replace("checkout.session", "checkout session"), id);
        }
        return object;
    }

    /** A v1 list of those that match, newest first, cut to {@code limit} and begun after {@code starting_after}. */
    ObjectNode list(Call call, String kind, Predicate<ObjectNode> which) throws StripeError {
        long limit = call.params().number("limit").orElse(10);
        String after = call.params().text("starting_after").orElse("");
        List<ObjectNode> all =
                store.all(call.account(), kind).stream().filter(which).toList();
        List<ObjectNode> rest = after.isEmpty()
                ? all
                : all.stream()
                        .dropWhile(object -> !Json.text(object, "id").equals(after))
                        .skip(1)
                        .toList();
        ObjectNode page = Json.object().put("object", "list");
        page.putArray("data").addAll(rest.stream().limit(limit).toList());
        return page.put("has_more", rest.size() > limit).put("url", call.path());
    }

    /** A new object with what all have: id, kind, time of creation, metadata, and that it is not live. */
    ObjectNode begin(String kind, String id, Map<String, String> metadata) {
        ObjectNode object = Json.object()
                .put("id", id)
                .put("object", kind)
                .put("created", clock.seconds())
                .put("livemode", false);
        metadata.forEach(object.putObject("metadata")::put);
        return object;
    }
}
