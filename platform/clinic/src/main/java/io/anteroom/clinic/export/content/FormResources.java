package io.anteroom.clinic.export.content;

import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.questionnaire.fhir.QuestionnaireDocument;
import io.anteroom.clinic.questionnaire.fhir.ResponseDocument;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A form of a copy as a QuestionnaireResponse, and the Questionnaire that it answers once for each version. */
final class FormResources {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ExportSubject subject;
    private final FormsPart.Form form;
    private final String questionnaire;
    private final Function<FileId, Optional<StoredFile>> held;

    /** For a form, the document of whose version is {@code document}. */
    FormResources(
            ExportSubject subject, FormsPart.Form form, String document, Function<FileId, Optional<StoredFile>> held) {
        this.subject = subject;
        this.form = form;
        this.questionnaire = QuestionnaireDocument.exported(
                document,
                ExportSubject.urn("Questionnaire", form.version().of().value()),
                form.version().number(),
                false);
        this.held = held;
    }

    void add(Resources to, boolean withQuestionnaire) {
        if (withQuestionnaire) {
            to.add(
                    ExportSubject.urn(
                            "QuestionnaireVersion", form.version().id().value()),
                    JSON.readTree(questionnaire));
        }
        var url = ExportSubject.urn("QuestionnaireResponse", form.id().value());
        var response = (ObjectNode) JSON.readTree(ResponseDocument.of(
                form.filled(),
                new ResponseDocument.About(
                        QuestionnaireDocument.canonical(questionnaire),
                        url,
                        Long.toString(subject.number()),
                        null,
                        form.completed())));
        response.putObject("subject").put("reference", subject.patientUrn());
        lead(response, url);
        to.add(url, response);
    }

    /** Has attachments lead to their files in the copy, however the response named them. */
    private void lead(JsonNode node, String url) {
        if (node instanceof ObjectNode object && object.path("valueAttachment") instanceof ObjectNode attachment) {
            FormsPart.file(attachment.path("url").asString("").replace(url + "/files/", FormsPart.FILE))
                    .flatMap(held)
                    .ifPresent(file -> attachment.put("url", "../" + CopiedFiles.url(file)));
        }
        node.forEach(child -> lead(child, url));
    }
}
