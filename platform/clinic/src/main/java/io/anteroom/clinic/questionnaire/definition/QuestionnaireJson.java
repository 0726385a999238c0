package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Questionnaires as FHIR R4 JSON (<a href="https://hl7.org/fhir/R4/questionnaire.html">R4, Questionnaire</a>). */
public final class QuestionnaireJson {

    /** Data about a questionnaire that change nothing of what it asks. They stay in the document. */
    private static final Set<String> ABOUT_IT = Set.of(
            "resourceType",
            "id",
            "meta",
            "text",
            "url",
            "identifier",
            "version",
            "name",
            "derivedFrom",
            "status",
            "experimental",
            "subjectType",
            "date",
            "publisher",
            "contact",
            "useContext",
            "jurisdiction",
            "purpose",
            "copyright",
            "approvalDate",
            "lastReviewDate",
            "effectivePeriod",
            "code",
            "contained");

    private QuestionnaireJson() {}

    /**
     * What was understood of a document.
     *
     * @param questionnaire what it asks, or null where that can't be shown whole: then one of the notes blocks
     * @param notes what it says besides that a questionnaire here can't, in the document's order
     */
    public record Reading(@Nullable Questionnaire questionnaire, List<NotSupported> notes) {

        /**
         * What it asks.
         *
         * @throws IllegalStateException where that can't be shown whole
         */
        public Questionnaire whole() {
            if (questionnaire == null) {
                throw new IllegalStateException("The form can't be shown whole: " + notes);
            }
            return questionnaire;
        }
    }

    /** Reads a document that anybody may have written. It never throws. */
    public static Reading read(String json) {
        return read(json, Place.top());
    }

    /** Reads a document that was taken once, and is not refused for a bound that came later. */
    public static Reading readStored(String json) {
        return read(json, Place.stored());
    }

    private static Reading read(String json, Place top) {
        JsonNode tree;
        try {
            tree = ValueJson.JSON.readTree(json);
        } catch (JacksonException e) {
            top.blocks("This is no JSON");
            return new Reading(null, top.notes());
        }
        if (!tree.path("resourceType").asString("").equals("Questionnaire")) {
            top.blocks("This is no FHIR Questionnaire");
            return new Reading(null, top.notes());
        }
        return read(new Element(tree, top));
    }

    private static Reading read(Element root) {
        root.leave(ABOUT_IT);
        if (root.json().has("implicitRules")) {
            root.place().blocks("It follows rules of its own (implicitRules)");
        }
        root.leave(Set.of("implicitRules"));
        String title = root.text("title").or(() -> root.text("name")).orElse("");
        String description = root.text("description").orElse(null);
        String language = root.text("language").orElse(null);
        List<Total> totals = root.extensions(FhirUrls.TOTAL)
                .map(extension -> total(extension.path("extension")))
                .toList();
        List<Item> items = new ItemReader(new Contained(root.json().path("contained"))).items(root, 1);
        root.rest();
        Place top = root.place();
        if (title.isEmpty()) {
            top.blocks("It has no title");
        }
        Questionnaire whole = null;
        if (!top.blocked()) {
            try {
                whole = new Questionnaire(title, description, language, items, totals);
            } catch (IllegalArgumentException e) {
                top.blocks(Objects.requireNonNullElse(e.getMessage(), "It doesn't hold together"));
            }
        }
        return new Reading(whole, top.notes());
    }

    private static Total total(JsonNode parts) {
        String name = "";
        String group = null;
        List<Total.Band> bands = new ArrayList<>();
        for (JsonNode part : parts.values()) {
            switch (part.path("url").asString("")) {
                case "name" -> name = part.path("valueString").asString("");
                case "group" -> group = ValueJson.optional(part, "valueString");
                case "band" -> bands.add(band(part.path("extension")));
                default -> {}
            }
        }
        return new Total(name, group, bands);
    }

    private static Total.Band band(JsonNode parts) {
        return new Total.Band(
                bound(parts, "from"),
                bound(parts, "to"),
                part(parts, "name").path("valueString").asString(""),
                part(parts, "flagged").path("valueBoolean").asBoolean(false));
    }

    private static @Nullable BigDecimal bound(JsonNode parts, String url) {
        JsonNode bound = part(parts, url).path("valueDecimal");
        return bound.isNumber() ? bound.decimalValue() : null;
    }

    private static JsonNode part(JsonNode parts, String url) {
        return parts.values().stream()
                .filter(part -> part.path("url").asString("").equals(url))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** A document that {@link #read(String)} reads as the same questionnaire, without any note. */
    public static String write(Questionnaire questionnaire) {
        ObjectNode root = ValueJson.JSON.createObjectNode().put("resourceType", "Questionnaire");
        ValueJson.putIfThere(root, "language", questionnaire.language());
        if (!questionnaire.totals().isEmpty()) {
            ArrayNode extensions = root.putArray("extension");
            questionnaire.totals().forEach(total -> write(extensions.addObject().put("url", FhirUrls.TOTAL), total));
        }
        root.put("title", questionnaire.title()).put("status", "active");
        root.putArray("subjectType").add("Patient");
        ValueJson.putIfThere(root, "description", questionnaire.description());
        ItemWriter.items(root, questionnaire.items());
        return ValueJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void write(ObjectNode into, Total total) {
        ArrayNode parts = into.putArray("extension");
        parts.addObject().put("url", "name").put("valueString", total.name());
        if (total.group() != null) {
            parts.addObject().put("url", "group").put("valueString", total.group());
        }
        for (Total.Band band : total.bands()) {
            ArrayNode of = parts.addObject().put("url", "band").putArray("extension");
            writeBound(of, "from", band.from());
            writeBound(of, "to", band.to());
            of.addObject().put("url", "name").put("valueString", band.name());
            of.addObject().put("url", "flagged").put("valueBoolean", band.flagged());
        }
    }

    private static void writeBound(ArrayNode parts, String url, @Nullable BigDecimal bound) {
        if (bound != null) {
            parts.addObject().put("url", url).put("valueDecimal", bound);
        }
    }

    /** Whether that regular expression can be used. */
    static boolean usable(String regex) {
        return AnswerPattern.of(regex).isPresent();
    }
}
