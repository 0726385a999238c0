package io.anteroom.clinic.questionnaire.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.definition.Samples;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResponseDocumentTest {

    private static final Questionnaire ALL = Samples.everything();
    private static final String ASKED = QuestionnaireDocument.exported(
            QuestionnaireJson.write(ALL), "https://clinic.example/questionnaires/7", 2, false);

    @Test
    void answersOfEveryKindAreFaultlessByTheValidatorAgainstTheirQuestionnaire() {
        String document = ResponseDocument.of(filled(), about(Instant.parse("2026-11-20T09:00:00Z")));

        assertThat(document)
                .contains("https://clinic.example/questionnaires/7|2", "valueSignature", "\"status\" : \"completed\"")
                .doesNotContain("anteroom.io");
        assertThat(Validator.faults(document, ASKED)).isEmpty();
    }

    @Test
    void aFileIsAnAttachmentWithAnAddressForStaffAndADrawingIsPartOfItsSignature() {
        Map<ItemPath, List<Value>> said = new HashMap<>();
        said.put(ItemPath.of("files"), List.of(answer(new AnswerKind.Attachment(null, Set.of()))));
        said.put(
                ItemPath.of("sign"),
                List.of(new Value.Signed(
                        "Ann Example", Instant.parse("2026-11-20T09:00:00Z"), "It is true", "urn:anteroom:file:8")));
        var form = FilledForm.of(ALL, said);

        String document = ResponseDocument.of(
                form, about(Instant.parse("2026-11-20T09:00:00Z")), Map.of("urn:anteroom:file:8", new byte[] {1, 2}));

        assertThat(document)
                .contains(
                        "\"contentType\" : \"application/pdf\"",
                        "\"url\" : \"https://clinic.example/answers/1/files/7\"",
                        "\"size\" : 1234",
                        "\"hash\" : \"2jmj7l5rSw0yVb/vlWAYkK/YBwk=\"",
                        "\"title\" : \"letter.pdf\"",
                        "\"sigFormat\" : \"image/png\"",
                        "\"data\" : \"AQI=\"")
                .doesNotContain("urn:anteroom");
        assertThat(Validator.faults(document, ASKED))
                .as("but for what is missing")
                .allMatch(fault ->
                        fault.contains("No response answer found for required item") || fault.contains("required"));
    }

    @Test
    void theValidatorDoesRefuseAnAnswerThatIsNoneOfTheOptions() {
        String document = ResponseDocument.of(filled(), about(Instant.parse("2026-11-20T09:00:00Z")));
        Questionnaire other = new Questionnaire(
                ALL.title(),
                ALL.description(),
                ALL.language(),
                List.of(new Item.Display(Item.Head.of("hello", "Nothing else"))),
                List.of());
        String asked = QuestionnaireDocument.exported(
                QuestionnaireJson.write(other), "https://clinic.example/questionnaires/7", 2, false);

        assertThat(Validator.faults(document, asked)).isNotEmpty();
    }

    @Test
    void whatWasBegunIsInProgressAndNamesNobodyWhoIsNotKnown() {
        String document = ResponseDocument.of(
                FilledForm.of(ALL, Map.of()),
                new ResponseDocument.About("https://clinic.example/questionnaires/7|2", "urn:x:1", null, null, null));

        assertThat(document).contains("in-progress").doesNotContain("subject", "authored");
        assertThat(Validator.faults(document, ASKED)).isEmpty();
    }

    private static ResponseDocument.About about(Instant at) {
        return new ResponseDocument.About(
                "https://clinic.example/questionnaires/7|2", "https://clinic.example/answers/1", "1", "Anna Lee", at);
    }

    /** Each question answered, of several occurrences of a group two. */
    private static FilledForm filled() {
        Map<ItemPath, List<Value>> said = new HashMap<>();
        for (Entry entry : FilledForm.of(ALL, Map.of()).all()) {
            if (entry.item() instanceof Item.Question question) {
                said.put(entry.path(), List.of(answer(question.kind())));
            }
        }
        said.put(new ItemPath(List.of(1), "drug-name"), List.of(new Value.Text("Ibuprofen")));
        return FilledForm.of(ALL, said);
    }

    private static Value answer(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Words _ -> new Value.Text("Ann Example");
            case AnswerKind.YesNo _ -> new Value.Flag(true);
            case AnswerKind.Whole _ -> new Value.Whole(7);
            case AnswerKind.Decimal _ -> new Value.Decimal(new BigDecimal("1.5"));
            case AnswerKind.Day _ -> new Value.Day(LocalDate.of(2020, 2, 29));
            case AnswerKind.Moment _ -> new Value.Moment(OffsetDateTime.parse("2020-02-29T10:00:00+01:00"));
            case AnswerKind.Clock _ -> new Value.Clock(LocalTime.of(7, 30));
            case AnswerKind.Choice choice -> first(choice);
            case AnswerKind.Amount amount ->
                amount.units().isEmpty()
                        ? new Value.Amount(BigDecimal.TEN, null, null, null)
                        : new Value.Amount(
                                BigDecimal.TEN,
                                amount.units().getFirst().display(),
                                amount.units().getFirst().system(),
                                amount.units().getFirst().code());
            case AnswerKind.Link _ -> new Value.Link("https://example.org");
            case AnswerKind.Attachment _ ->
                new Value.Attached(
                        "urn:anteroom:file:7", "application/pdf", "letter.pdf", 1234, "2jmj7l5rSw0yVb/vlWAYkK/YBwk=");
            case AnswerKind.Signature _ ->
                Value.Signed.typed("Ann Example", Instant.parse("2026-11-20T09:00:00Z"), "It is true");
        };
    }

    private static Value first(AnswerKind.Choice choice) {
        Option option = choice.options().getFirst();
        return option.value();
    }
}
