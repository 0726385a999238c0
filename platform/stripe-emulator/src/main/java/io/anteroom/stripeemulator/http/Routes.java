package io.anteroom.stripeemulator.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Method and path to handler; {@code {name}} stands for one part of a path. */
public final class Routes {

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Does what is asked.
         *
         * @throws StripeError if it is refused
         */
        Reply handle(Call call) throws StripeError;
    }

    /**
     * A route as it is known from outside.
     *
     * @param params the parameters it takes, {@code []} standing for any index; nothing else is let through
     */
    public record Known(String method, String pattern, Set<String> params) {

        /** As {@code POST /v1/refunds/{id}}. */
        public String line() {
            return method + " " + pattern;
        }
    }

    record Match(Handler handler, Map<String, String> variables) {}

    private record Route(Known known, List<String> parts, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /** Adds one that looks at its parameters itself; the first that matches is taken. */
    public Routes on(String method, String pattern, Handler handler) {
        routes.add(new Route(new Known(method, pattern, Set.of()), parts(pattern), handler));
        return this;
    }

    /** Adds one that refuses every parameter but these. */
    public Routes on(String method, String pattern, Set<String> params, Handler handler) {
        routes.add(new Route(new Known(method, pattern, params), parts(pattern), call -> {
            call.params().allow(params);
            return handler.handle(call);
        }));
        return this;
    }

    /** The same routes, with something put around each handler. */
    public Routes each(UnaryOperator<Handler> around) {
        var changed = new Routes();
        routes.forEach(route -> changed.routes.add(new Route(route.known, route.parts, around.apply(route.handler))));
        return changed;
    }

    /** Every route, in the order they were added. */
    public List<Known> known() {
        return routes.stream().map(Route::known).toList();
    }

    Optional<Match> find(String method, String path) {
        List<String> asked = parts(path);
        return routes.stream()
                .filter(route -> route.known.method.equals(method) && route.parts.size() == asked.size())
                .flatMap(route -> bind(route, asked).stream())
                .findFirst();
    }

    private static Optional<Match> bind(Route route, List<String> asked) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String part = route.parts.get(i);
            if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), asked.get(i));
            } else if (!part.equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route.handler, variables));
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }
}
