package io.anteroom.clinic.questionnaire.fhir;

import io.anteroom.clinic.questionnaire.answer.NamedFiles;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.definition.ValueJson;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as a FHIR R4 QuestionnaireResponse: what was asked and answered, in the questionnaire's order. What was answered and then
 * not asked any more, since another answer was changed, is no part of it.
 */
public final class ResponseDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String SIGNATURE = "http://hl7.org/fhir/StructureDefinition/questionnaireresponse-signature";
    private static final String SIGNATURE_SYSTEM = "urn:iso-astm:E1762-95:2013";
    private static final String AUTHORS_SIGNATURE = "1.2.840.10065.1.12.1.1";

    private final About about;
    private final Map<String, byte[]> drawings;

    private ResponseDocument(About about, Map<String, byte[]> drawings) {
        this.about = about;
        this.drawings = drawings;
    }

    /**
     * Who answered what.
     *
     * @param canonical the questionnaire and its version, see {@link QuestionnaireDocument#canonical}
     * @param identifier what names this response for good
     * @param patient the number of the record, or null where none is known
     * @param patientName as on the record, or null
     * @param authored when it was handed in, or null as long as it wasn't
     */
    public record About(
            String canonical,
            String identifier,
            @Nullable String patient,
            @Nullable String patientName,
            @Nullable Instant authored) {}

    /** The document, without the pictures of signatures that were drawn. */
    public static String of(FilledForm form, About about) {
        return of(form, about, Map.of());
    }

    /**
     * The document. A file is named by an address below the response's own, at which staff who may read the answers get it.
     *
     * @param drawings the pictures of signatures that were drawn, as PNG, by how their answers name them
     */
    public static String of(FilledForm form, About about, Map<String, byte[]> drawings) {
        return new ResponseDocument(about, drawings).write(form);
    }

    private String write(FilledForm form) {
        ObjectNode root = JSON.createObjectNode().put("resourceType", "QuestionnaireResponse");
        if (form.questionnaire().language() != null) {
            root.put("language", form.questionnaire().language());
        }
        root.putObject("identifier").put("system", "urn:ietf:rfc:3986").put("value", about.identifier());
        root.put("questionnaire", about.canonical());
        root.put("status", about.authored() == null ? "in-progress" : "completed");
        if (about.patient() != null) {
            ObjectNode subject = root.putObject("subject").put("reference", "Patient/" + about.patient());
            if (about.patientName() != null) {
                subject.put("display", about.patientName());
            }
        }
        if (about.authored() != null) {
            root.put(
                    "authored", about.authored().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        ArrayNode items = JSON.createArrayNode();
        form.entries().forEach(entry -> add(entry, items));
        if (!items.isEmpty()) {
            root.set("item", items);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private void add(Entry entry, ArrayNode into) {
        if (!entry.asked()) {
            return;
        }
        switch (entry.item()) {
            case Item.Display _ -> {}
            case Item.Group group -> {
                ArrayNode nested = nested(entry);
                if (!nested.isEmpty()) {
                    item(group, into).set("item", nested);
                }
            }
            case Item.Question question -> {
                if (!entry.answers().isEmpty()) {
                    answered(question, entry, item(question, into));
                }
            }
        }
    }

    private static ObjectNode item(Item item, ArrayNode into) {
        ObjectNode one = into.addObject().put("linkId", item.linkId());
        if (!item.text().isBlank()) {
            one.put("text", item.text());
        }
        return one;
    }

    private void answered(Item.Question question, Entry entry, ObjectNode item) {
        ArrayNode answers = (ArrayNode) JSON.readTree(ValueJson.write(entry.answers()));
        for (int i = 0; i < answers.size(); i++) {
            ((ObjectNode) answers.get(i)).remove("extension");
        }
        List<Value> values = entry.answers();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            if (value instanceof Value.Signed signed) {
                sign(signed, item);
            }
            if (value instanceof Value.Attached && NamedFiles.of(value).isPresent()) {
                ((ObjectNode) answers.get(i).path("valueAttachment"))
                        .put(
                                "url",
                                about.identifier() + "/files/"
                                        + NamedFiles.of(value).get());
            }
        }
        ArrayNode nested = nested(entry);
        if (!nested.isEmpty() && !question.occurs().repeats()) {
            ((ObjectNode) answers.get(0)).set("item", nested);
        }
        item.set("answer", answers);
    }

    private void sign(Value.Signed signed, ObjectNode item) {
        ObjectNode signature = item.withArrayProperty("extension")
                .addObject()
                .put("url", SIGNATURE)
                .putObject("valueSignature");
        signature
                .putArray("type")
                .addObject()
                .put("system", SIGNATURE_SYSTEM)
                .put("code", AUTHORS_SIGNATURE)
                .put("display", "Author's Signature");
        signature.put("when", signed.at().toString());
        signature.putObject("who").put("display", signed.name());
        byte[] drawing = signed.drawing() == null ? null : drawings.get(signed.drawing());
        if (drawing != null) {
            signature
                    .put("sigFormat", "image/png")
                    .put("data", Base64.getEncoder().encodeToString(drawing));
        }
    }

    private ArrayNode nested(Entry entry) {
        ArrayNode items = JSON.createArrayNode();
        entry.children().forEach(child -> add(child, items));
        return items;
    }
}
