package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import io.anteroom.stripeemulator.webhooks.Endpoint.Scope;
import io.anteroom.stripeemulator.world.Lists;
import io.anteroom.stripeemulator.world.World;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Endpoints made over the API, beside those the emulator was started with. */
final class WebhookEndpoints {

    private static final Set<String> CREATE =
            Set.of("url", "enabled_events[]", "connect", "api_version", "description", "metadata", "expand[]");
    private static final Set<String> LIST = Lists.params();

    private final World world;
    private final Consumer<Endpoint> added;

    WebhookEndpoints(World world, Consumer<Endpoint> added) {
        this.world = world;
        this.added = added;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v1/webhook_endpoints", CREATE, this::create)
                .on("GET", "/v1/webhook_endpoints", LIST, this::list);
    }

    /** Posts to the endpoints of an earlier run again. */
    void restore() {
        world.store().all("", "webhook_endpoint").forEach(this::add);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        String secret = "whsec_" + world.ids().letters(32);
        ObjectNode endpoint = world.begin("webhook_endpoint", world.ids().next("we"), params.under("metadata"))
                .put("url", params.required("url"))
                .put("api_version", params.text("api_version").orElse(null))
                .put("description", params.text("description").orElse(null))
                .put("status", "enabled")
                .putNull("application");
        params.required("enabled_events[0]");
        endpoint.set("enabled_events", Json.array(params.list("enabled_events")));
        world.store().put("", endpoint);
        world.store()
                .note("", Json.text(endpoint, "id"))
                .put("secret", secret)
                .put("connect", params.text("connect").orElse("false").equals("true"));
        add(endpoint);
        return Reply.ok(endpoint.deepCopy().put("secret", secret));
    }

    private void add(ObjectNode endpoint) {
        ObjectNode note = world.store().note("", Json.text(endpoint, "id"));
        var types = endpoint.get("enabled_events").values().stream()
                .map(type -> type.asString())
                .collect(java.util.stream.Collectors.toSet());
        added.accept(new Endpoint(
                URI.create(Json.text(endpoint, "url")),
                Json.text(note, "secret"),
                note.path("connect").asBoolean(false) ? Scope.CONNECT : Scope.PLATFORM,
                types));
    }

    private Reply list(Call call) throws StripeError {
        return Lists.of(world, call, "webhook_endpoint", _ -> true);
    }
}
