package io.anteroom.clinic.export.content;

import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.PublishedVersion;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.definition.Samples;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.fhir.Validator;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordCategory;
import io.anteroom.clinic.record.RecordContent;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordState;
import io.anteroom.clinic.scheduling.waitlist.DayPart;
import io.anteroom.language.Language;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.MessageId;
import io.anteroom.messaging.MessageRecord;
import io.anteroom.messaging.MessageState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bundle with something of every kind of the clinical record in it, and a form with answers. */
class ExportResourcesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ExportSubject ANNA = new ExportSubject(
            new PatientId(1),
            PatientDetails.of("Anna", "Lee", LocalDate.of(1980, 3, 27)),
            new AccountId(2),
            new CopyReach(true, AccessLevel.FULL, AccessScope.all()),
            Language.ENGLISH,
            NOW);

    @Test
    void itIsFaultlessByTheValidatorAndAllOfItIsThePatients() {
        inNorth(() -> {
            String bundle = bundle(to -> {
                to.add(ANNA.patientUrn(), patient());
                records().forEach(entry -> new RecordResources(ANNA, entry, _ -> Optional.empty()).add(to));
                form().add(to, true);
                to.add(ExportSubject.urn("DocumentReference", 7), sent());
                to.add(ExportSubject.urn("Communication", 8), MessagesPart.resource(ANNA, message()));
                to.add(ExportSubject.urn("WaitlistEntry", 9), WaitlistPart.resource(ANNA, waits()));
            });

            var resources = JSON.readTree(bundle).get("entry").valueStream().toList();
            assertThat(resources)
                    .extracting(one -> one.at("/resource/resourceType").asString())
                    .contains(
                            "Goal",
                            "CarePlan",
                            "Observation",
                            "DiagnosticReport",
                            "DocumentReference",
                            "MedicationStatement",
                            "AllergyIntolerance",
                            "Communication",
                            "Appointment",
                            "Questionnaire",
                            "QuestionnaireResponse");
            assertThat(resources)
                    .extracting(one -> one.get("fullUrl").asString())
                    .doesNotHaveDuplicates();
            assertThat(Validator.faults(bundle, questionnaire(resources))).isEmpty();
            for (var one : resources) {
                var resource = one.get("resource");
                if (!List.of("Patient", "Questionnaire")
                        .contains(resource.get("resourceType").asString())) {
                    var whose = resource.has("patient")
                            ? resource.get("patient")
                            : resource.has("subject") ? resource.get("subject") : resource.at("/participant/0/actor");
                    assertThat(whose.get("reference").asString()).isEqualTo(ANNA.patientUrn());
                }
            }
        });
    }

    @Test
    void whatIsNoNumberStaysAsTheLaboratoryWroteItAndAnEndBeforeItsBeginningIsLeftOut() {
        inNorth(() -> {
            String bundle = bundle(to ->
                    records().forEach(entry -> new RecordResources(ANNA, entry, _ -> Optional.empty()).add(to)));

            assertThat(bundle)
                    .contains("\"valueString\":\"<0.5 mg/l\"", "\"value\":9.50", "\"code\":\"L\"")
                    .contains("\"effectivePeriod\":{\"start\":\"2026-11-20\"}")
                    .doesNotContain("2026-11-19");
        });
    }

    private static MessageRecord message() {
        return new MessageRecord(
                new MessageId(UUID.fromString("00000000-0000-4000-8000-000000000008")),
                Channel.EMAIL,
                "anna@example.org",
                new MessageAbout("appointment", "1"),
                EmailContent.of("Your appointment", "See you soon", "It is at https://north.example.org/x")
                        .withDetail("When", "Tomorrow"),
                MessageState.SENT,
                null,
                NOW,
                NOW);
    }

    private static WaitlistPart.Row waits() {
        return new WaitlistPart.Row(
                9,
                "Check",
                null,
                null,
                List.of(DayOfWeek.MONDAY),
                List.of(DayPart.MORNING),
                DAY.plusDays(9),
                NOW,
                null);
    }

    private static Map<String, Object> patient() {
        Map<String, Object> patient = Resources.ofType("Patient");
        patient.put("birthDate", "1980-03-27");
        return patient;
    }

    private static Map<String, Object> sent() {
        Map<String, Object> document = Resources.ofType("DocumentReference");
        document.put("status", "current");
        document.put("subject", Resources.to(ANNA.patientUrn()));
        document.put(
                "content",
                List.of(Map.of(
                        "attachment",
                        DocumentResources.attachment("application/pdf", "files/7-a%20letter.pdf", 1234, "A letter"))));
        return document;
    }

    private static List<RecordEntry> records() {
        return List.of(
                entry(1, RecordKind.LETTER, RecordCategory.LETTERS, 1, new RecordBody.Text("Dear <doctor>")),
                entry(2, RecordKind.NOTE, RecordCategory.NOTES, 2, new RecordBody.Text("One\n\nTwo")),
                entry(
                        3,
                        RecordKind.PLAN,
                        RecordCategory.PLANS,
                        1,
                        new RecordBody.Plan(
                                "Back to walking",
                                List.of(new RecordBody.Goal(
                                        "Walk",
                                        List.of(
                                                new RecordBody.Step(1, "To the door"),
                                                new RecordBody.Step(2, "To the park")))),
                                2)),
                entry(
                        4,
                        RecordKind.RESULT,
                        RecordCategory.LABORATORY,
                        2,
                        new RecordBody.Result(
                                List.of(
                                        new RecordBody.Value("Ferritin", "9.50", "µg/l", "15–150", RecordBody.Flag.LOW),
                                        new RecordBody.Value("CRP", "<0.5", "mg/l", "", RecordBody.Flag.NORMAL),
                                        new RecordBody.Value("Strep", "negative", "", "", RecordBody.Flag.NONE)),
                                "A little low")),
                entry(
                        5,
                        RecordKind.MEDICATION,
                        RecordCategory.MEDICATIONS,
                        1,
                        new RecordBody.Medication("400 mg", "With food", "Pain", LocalDate.of(2026, 11, 19))),
                entry(
                        6,
                        RecordKind.ALLERGY,
                        RecordCategory.ALLERGIES,
                        1,
                        new RecordBody.Allergy("Rash", "Mild", LocalDate.of(2026, 11, 21))));
    }

    private static RecordEntry entry(long id, RecordKind kind, RecordCategory category, int edition, RecordBody body) {
        return new RecordEntry(
                new RecordId(id),
                ANNA.patient(),
                kind,
                new RecordContent(category, "Title " + id, DAY, body),
                RecordState.SHARED,
                edition,
                NOW,
                "Rosa",
                edition > 1 ? "Mended" : null,
                null,
                null,
                1,
                Map.of(1, DAY));
    }

    private static FormResources form() {
        var asked = new Questionnaire(
                "Your knee",
                null,
                "en",
                List.of(Samples.question("how", AnswerKind.Words.LINE, Occurs.OPTIONAL)),
                List.of());
        var filled =
                FilledForm.of(asked, Map.of(ItemPath.parse(":how").orElseThrow(), List.of(new Value.Text("Better"))));
        var version = new PublishedVersion(new VersionId(3), new QuestionnaireId(4), 2, asked, NOW, "Rosa");
        return new FormResources(
                ANNA,
                new FormsPart.Form(new AssignmentId(5), version, NOW, NOW, filled),
                QuestionnaireJson.write(asked),
                _ -> Optional.empty());
    }

    private static String bundle(ExportZip.Adding resources) {
        var to = new StringWriter();
        try (var json = JSON.createGenerator(to)) {
            ExportZip.bundle(NOW, json, resources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to.toString();
    }

    private static String questionnaire(List<JsonNode> resources) {
        return resources.stream()
                .map(one -> one.get("resource"))
                .filter(one -> one.get("resourceType").asString().equals("Questionnaire"))
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
