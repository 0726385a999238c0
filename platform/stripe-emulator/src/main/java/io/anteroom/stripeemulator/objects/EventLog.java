package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.Set;

/** What happened, read back over the API. */
final class EventLog {

    static final Set<String> LIST = Set.of("limit", "starting_after", "type");

    private final World world;

    EventLog(World world) {
        this.world = world;
    }

    void routes(Routes routes) {
        routes.on("GET", "/v1/events", this::list)
                .on("GET", "/v1/events/{id}", call -> get(call, "event"))
                .on("GET", "/v2/core/events/{id}", call -> get(call, "v2.core.event"));
    }

    private Reply list(Call call) throws StripeError {
        call.params().allow(LIST);
        String type = call.params().text("type").orElse("");
        return Reply.ok(world.list(
                call,
                "event",
                event -> type.isEmpty() || Json.text(event, "type").equals(type)));
    }

    private Reply get(Call call, String kind) throws StripeError {
        call.params().allow(Set.of());
        return Reply.ok(world.require(call.account(), kind, call.variable("id")));
    }
}
