package io.anteroom.stripeemulator.world;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** What happened, read back over the API: v1 events of the last thirty days. */
public final class EventLog {

    private static final Set<String> LIST = Lists.paramsByTime("type", "types[]", "delivery_success");
    private static final Duration READABLE = Duration.ofDays(30);

    private final World world;
    private final Function<String, Long> undelivered;

    /**
     * @param undelivered gives how many endpoints an event has not reached yet
     */
    public EventLog(World world, Function<String, Long> undelivered) {
        this.world = world;
        this.undelivered = undelivered;
    }

    /** Adds their routes. */
    public void routes(Routes routes) {
        routes.on("GET", "/v1/events", LIST, this::list)
                .on("GET", "/v1/events/{id}", Set.of("expand[]"), call -> get(call, "event"))
                .on("GET", "/v2/core/events/{id}", Set.of(), call -> get(call, "v2.core.event"));
    }

    private Reply list(Call call) throws StripeError {
        Params params = call.params();
        List<String> types = params.list("types");
        String type = params.text("type").orElse("");
        if (!types.isEmpty() && !type.isEmpty()) {
            throw StripeError.invalid(null, "You may pass only one of these parameters: type, types.", "types");
        }
        Predicate<String> wanted = types.isEmpty()
                ? actual -> type.isEmpty() || matches(type, actual)
                : actual -> types.stream().anyMatch(each -> matches(each, actual));
        Optional<String> delivered = params.oneOf("delivery_success", Set.of("true", "false"));
        long oldest = world.clock().now().minus(READABLE).getEpochSecond();
        return Lists.of(
                world,
                call,
                "event",
                event -> wanted.test(Json.text(event, "type"))
                        && event.path("created").asLong(0) >= oldest
                        && (delivered.isEmpty() || delivered.get().equals(String.valueOf(reached(event)))));
    }

    /** {@code charge.*} stands for all that begin so. */
    private static boolean matches(String wanted, String type) {
        return wanted.endsWith("*") ? type.startsWith(wanted.substring(0, wanted.length() - 1)) : type.equals(wanted);
    }

    private boolean reached(ObjectNode event) {
        return undelivered.apply(Json.text(event, "id")) == 0;
    }

    private Reply get(Call call, String kind) throws StripeError {
        ObjectNode event = world.require(call.account(), kind, call.variable("id"));
        ObjectNode copy = event.deepCopy();
        return Reply.ok(
                kind.equals("event") ? copy.put("pending_webhooks", undelivered.apply(call.variable("id"))) : copy);
    }
}
