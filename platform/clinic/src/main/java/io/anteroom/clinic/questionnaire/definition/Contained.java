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
     * The options of a value set that is contained and says all its codes.
     *
     * @param reference {@code #id}
     */
    Optional<List<Option>> options(String reference) {
        if (!reference.startsWith("#")) {
            return Optional.empty();
        }
        return resources.values().stream()
                .filter(resource -> resource.path("resourceType").asString("").equals("ValueSet"))
                .filter(resource -> resource.path("id").asString("").equals(reference.substring(1)))
                .findFirst()
                .flatMap(Contained::codes);
    }

    private static Optional<List<Option>> codes(JsonNode set) {
        var options = new ArrayList<Option>();
        JsonNode expanded = set.path("expansion").path("contains");
        if (!expanded.isEmpty()) {
            expanded.values().forEach(code -> add(options, ValueJson.optional(code, "system"), code));
            return Optional.of(options);
        }
        if (set.path("compose").has("exclude")) {
            return Optional.empty();
        }
        for (JsonNode include : set.path("compose").path("include").values()) {
            if (include.path("concept").isEmpty()) {
                return Optional.empty(); // by a rule over a code system that isn't here
            }
            String system = ValueJson.optional(include, "system");
            include.path("concept").values().forEach(code -> add(options, system, code));
        }
        return options.isEmpty() ? Optional.empty() : Optional.of(options);
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
