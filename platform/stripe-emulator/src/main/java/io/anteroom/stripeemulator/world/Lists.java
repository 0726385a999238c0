package io.anteroom.stripeemulator.world;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** v1 lists: newest first, a page at a time. */
public final class Lists {

    private static final Set<String> PAGING = Set.of("limit", "starting_after", "ending_before", "expand[]");
    private static final Set<String> CREATED =
            Set.of("created", "created[gt]", "created[gte]", "created[lt]", "created[lte]");
    private static final long LONGEST = 100;

    private Lists() {}

    /** What every list takes, and these. */
    public static Set<String> params(String... more) {
        var all = new HashSet<>(PAGING);
        Collections.addAll(all, more);
        return Set.copyOf(all);
    }

    /** What every list by time takes, and these. */
    public static Set<String> paramsByTime(String... more) {
        var all = new HashSet<>(params(more));
        all.addAll(CREATED);
        return Set.copyOf(all);
    }

    /** The page that is asked for, of the objects of that kind that match and were created in the range asked for. */
    public static Reply of(World world, Call call, String kind, Predicate<ObjectNode> which) throws StripeError {
        Range range = Range.of(call.params());
        List<ObjectNode> all = world.store().all(call.account(), kind).stream()
                .filter(object -> range.holds(object.path("created").asLong(0)))
                .filter(which)
                .toList();
        return page(call, all);
    }

    /** The page that is asked for of all these, which come newest first. */
    public static Reply page(Call call, List<ObjectNode> all) throws StripeError {
        long limit = limit(call.params());
        String after = call.params().text("starting_after").orElse("");
        String before = call.params().text("ending_before").orElse("");
        List<ObjectNode> rest = all;
        boolean backwards = !before.isEmpty();
        if (backwards) {
            List<ObjectNode> newer = all.subList(0, place(all, before, "ending_before"));
            rest = newer.subList((int) Math.max(0, newer.size() - limit), newer.size());
            return Reply.ok(page(call.path(), rest, newer.size() > limit));
        }
        if (!after.isEmpty()) {
            rest = all.subList(place(all, after, "starting_after") + 1, all.size());
        }
        return Reply.ok(page(call.path(), rest.stream().limit(limit).toList(), rest.size() > limit));
    }

    /** Keeps what has the values asked for under these names; a name that is not asked for keeps everything. */
    public static Predicate<ObjectNode> having(Params params, String... names) {
        return object -> List.of(names).stream()
                .allMatch(name -> params.text(name)
                        .map(wanted -> Json.text(object, name).equals(wanted))
                        .orElse(true));
    }

    private static ObjectNode page(String url, List<ObjectNode> objects, boolean more) {
        ObjectNode page = Json.object().put("object", "list");
        page.putArray("data").addAll(objects);
        return page.put("has_more", more).put("url", url);
    }

    private static int place(List<ObjectNode> all, String id, String param) throws StripeError {
        for (int i = 0; i < all.size(); i++) {
            if (Json.text(all.get(i), "id").equals(id)) {
                return i;
            }
        }
        throw StripeError.missing("object", id, param);
    }

    private static long limit(Params params) throws StripeError {
        long limit = params.number("limit").orElse(10);
        if (limit < 1 || limit > LONGEST) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    "Invalid limit: must be at least 1 and at most " + LONGEST + ".",
                    "limit");
        }
        return limit;
    }

    private record Range(long from, long to) {

        static Range of(Params params) throws StripeError {
            long from = Math.max(
                    params.number("created[gte]").orElse(Long.MIN_VALUE),
                    params.number("created[gt]").orElse(Long.MIN_VALUE + 1) + 1);
            long to = Math.min(
                    params.number("created[lte]").orElse(Long.MAX_VALUE),
                    params.number("created[lt]").orElse(Long.MAX_VALUE - 1) - 1);
            @Nullable
            Long exactly = params.text("created").isPresent()
                    ? (Long) params.number("created").orElseThrow()
                    : null;
            return exactly == null ? new Range(from, to) : new Range(exactly, exactly);
        }

        boolean holds(long created) {
            return created >= from && created <= to;
        }
    }
}
