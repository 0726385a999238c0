package io.anteroom.clinic.questionnaire.fhir;

import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A questionnaire as the document that others get. */
public final class QuestionnaireDocument {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** What a document says about itself, which stays when the questions are changed: whose it is most of all. */
    private static final List<String> KEPT = List.of(
            "url",
            "identifier",
            "name",
            "derivedFrom",
            "publisher",
            "contact",
            "useContext",
            "jurisdiction",
            "purpose",
            "copyright",
            "code");

    private QuestionnaireDocument() {}

    /**
     * The document of a questionnaire that was changed.
     *
     * @param document as it was before; what it says of publisher, copyright and the like is kept
     * @param form what it asks now
     */
    public static String rewritten(String document, Questionnaire form) {
        ObjectNode before = (ObjectNode) JSON.readTree(document);
        ObjectNode after = (ObjectNode) JSON.readTree(QuestionnaireJson.write(form));
        for (String property : KEPT) {
            JsonNode value = before.get(property);
            if (value != null) {
                after.set(property, value);
            }
        }
        return JSON.writeValueAsString(after);
    }

    /**
     * The document of a version for other software: it says which version it is, and where it comes from unless it did so
     * itself.
     *
     * @param document as it was published
     * @param address of the questionnaire for good, whatever its version
     * @param version its number, or null for a draft
     * @param retired whether the clinic gives it to nobody any more
     */
    public static String exported(String document, String address, @Nullable Integer version, boolean retired) {
        ObjectNode json = (ObjectNode) JSON.readTree(document);
        if (!json.path("url").isString()) {
            json.put("url", address);
        }
        if (version == null) {
            json.put("status", "draft");
        } else {
            json.put("version", version.toString());
            json.put("status", retired ? "retired" : "active");
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    /** By what a response names the version of a questionnaire that it answers. */
    public static String canonical(String exported) {
        JsonNode json = JSON.readTree(exported);
        return json.path("url").asString("") + "|" + json.path("version").asString("");
    }
}
