package io.anteroom.stripeemulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A request's parameters by their bracketed names, {@code line_items[0][price_data][currency]}, whether they came as a
 * query, a form (v1) or JSON (v2).
 */
public final class Params {

    private static final Pattern INDEX = Pattern.compile("\\[[0-9]*]");
    private static final Pattern METADATA = Pattern.compile("(^|\\[)metadata(]?)\\[[^\\]]+]");

    private final Map<String, String> values;

    private Params(Map<String, String> values) {
        this.values = values;
    }

    /** Reads a query or a form body. */
    public static Params form(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Params(values);
    }

    /** Flattens a JSON body. */
    public static Params json(JsonNode body) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", body, values);
        return new Params(values);
    }

    /** These and those. */
    public Params and(Params others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return new Params(all);
    }

    /**
     * Refuses what is not in {@code names}, where {@code []} stands for any index and {@code metadata} for any key
     * under
     * it.
     *
     * @throws StripeError naming the first unknown parameter, as Stripe does
     */
    public void allow(Set<String> names) throws StripeError {
        for (String name : values.keySet()) {
            if (!names.contains(shape(name))) {
                throw StripeError.invalid("parameter_unknown", "Received unknown parameter: " + name, name);
            }
        }
    }

    /** The value, or nothing where it is absent or empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The value.
     *
     * @throws StripeError if it is absent or empty
     */
    public String required(String name) throws StripeError {
        return text(name)
                .orElseThrow(
                        () -> StripeError.invalid("parameter_missing", "Missing required param: " + name + ".", name));
    }

    /**
     * The value as a whole number, or nothing where it is absent.
     *
     * @throws StripeError if it is something else
     */
    public OptionalLong number(String name) throws StripeError {
        Optional<String> text = text(name);
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException _) {
            throw StripeError.invalid("parameter_invalid_integer", "Invalid integer: " + text.orElse(""), name);
        }
    }

    /**
     * The value if it is one of {@code values}, or nothing where it is absent.
     *
     * @throws StripeError if it is something else
     */
    public Optional<String> oneOf(String name, Set<String> values) throws StripeError {
        Optional<String> text = text(name);
        if (text.isPresent() && !values.contains(text.get())) {
            throw StripeError.invalid(
                    "parameter_invalid_string",
                    "Invalid " + name + ": must be one of "
                            + values.stream().sorted().collect(Collectors.joining(", ")) + ".",
                    name);
        }
        return text;
    }

    /** Whether it says {@code true}. */
    public boolean isTrue(String name) {
        return text(name).orElse("").equals("true");
    }

    /** Whether it was sent, be it empty: so a value is cleared. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The values under {@code parent}, by their last name: {@code metadata}. */
    public Map<String, String> under(String parent) {
        String prefix = parent + "[";
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey()
                                .substring(prefix.length(), entry.getKey().length() - 1),
                        Map.Entry::getValue,
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    /** The values of an array of texts, however it was indexed: {@code expand[0]}, {@code include[]}. */
    public List<String> list(String name) {
        return List.copyOf(under(name).values());
    }

    /**
     * Says the same for the same parameters in any order; used to tell whether an idempotency key is reused rightly.
     */
    String fingerprint() {
        return new TreeMap<>(values).toString();
    }

    private static String shape(String name) {
        return INDEX.matcher(METADATA.matcher(name).replaceFirst("$1metadata$2"))
                .replaceAll("[]");
    }

    private static void flatten(String name, JsonNode node, Map<String, String> values) {
        switch (node.getNodeType()) {
            case OBJECT ->
                node.forEachEntry(
                        (key, value) -> flatten(name.isEmpty() ? key : name + "[" + key + "]", value, values));
            case ARRAY -> {
                for (int i = 0; i < node.size(); i++) {
                    flatten(name + "[" + i + "]", node.get(i), values);
                }
            }
            case NULL, MISSING -> {}
            default -> values.put(name, node.asString());
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
