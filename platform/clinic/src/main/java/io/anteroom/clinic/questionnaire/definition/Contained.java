package io.anteroom.clinic.questionnaire.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The lists of options that a document carries with it. */
final class Contained {

    private final JsonNode resources;

    Contained(JsonNode resources) {
        this.resources = resources;
    }

    /**
     * The options of a list that the document has.
     *
     * @param options those that can be chosen
     * @param whole whether these are all; some may be left to a rule, to another list or to another page
     */
    record Found(List<Option> options, boolean whole) {

        Found {
            options = List.copyOf(options);
        }
    }

    /**
     * The options of a value set that is contained.
     *
     * @param reference {@code #id}
     */
    Optional<Found> options(String reference) {
        if (!reference.startsWith("#")) {
            return Optional.empty();
        }
        return resources.values().stream()
                .filter(resource -> resource.path("resourceType").asString("").equals("ValueSet"))
                .filter(resource -> resource.path("id").asString("").equals(reference.substring(1)))
                .findFirst()
                .map(Contained::codes);
    }

    private static Found codes(JsonNode set) {
        var options = new ArrayList<Option>();
        JsonNode expansion = set.path("expansion");
        if (!expansion.path("contains").isEmpty()) {
            int listed = expanded(options, expansion.path("contains"));
            boolean page = expansion.path("total").asInt(0) > listed;
            return new Found(options, !options.isEmpty() && !page);
        }
        boolean ruled = set.path("compose").has("exclude");
        for (JsonNode include : set.path("compose").path("include").values()) {
            // by a rule over a code system, or over another list, that isn't here
            ruled |= include.path("concept").isEmpty() || include.has("valueSet") || include.has("filter");
            String system = ValueJson.optional(include, "system");
            include.path("concept").values().forEach(code -> add(options, system, code));
        }
        return new Found(options, !options.isEmpty() && !ruled);
    }

    /** Codes may stand below one another; those that are headings only, or not to be used any more, are no options. */
    private static int expanded(List<Option> options, JsonNode codes) {
        int listed = 0;
        for (JsonNode code : codes.values()) {
            if (!code.path("abstract").asBoolean(false)
                    && !code.path("inactive").asBoolean(false)) {
                add(options, ValueJson.optional(code, "system"), code);
            }
            listed += 1 + expanded(options, code.path("contains"));
        }
        return listed;
    }

    private static void add(List<Option> options, @Nullable String system, JsonNode concept) {
        String code = concept.path("code").asString("");
        String display = concept.path("display").asString(code);
        if (!code.isEmpty()) {
            options.add(new Option(
                    new Value.Coded(system, code, display),
                    ItemReader.weight(concept).orElse(null),
                    false,
                    false));
        }
    }
}
