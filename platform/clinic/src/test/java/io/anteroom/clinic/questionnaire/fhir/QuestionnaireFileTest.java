package io.anteroom.clinic.questionnaire.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.definition.NotSupported;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.definition.Samples;
import io.anteroom.clinic.questionnaire.fhir.QuestionnaireFile.Brought;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionnaireFileTest {

    private static final String MOOD = """
            {"resourceType": "Questionnaire", "status": "active", "url": "http://example.org/Questionnaire/mood", "title": "Mood",
             "publisher": "Example Clinic", "copyright": "Free to use with this line", "version": "2.1",
             "item": [{"linkId": "1", "text": "How are you?", "type": "choice", "answerOption": [
               {"valueCoding": {"system": "http://example.org/mood", "code": "fine", "display": "Fine"},
                "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}]},
               {"valueCoding": {"system": "http://example.org/mood", "code": "low", "display": "Low"},
                "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}]}]},
              {"linkId": "2", "text": "Since when?", "type": "date",
               "enableWhen": [{"question": "1", "operator": "=", "answerCoding": {"system": "http://example.org/mood", "code": "low"}}]}]}""";

    @Test
    void whatWasTakenInIsExportedAndTakenInAgainAsTheSame() {
        Brought.Whole first = whole(MOOD);
        String exported = QuestionnaireDocument.exported(first.json(), "https://clinic.example/q/7", 3, false);

        Brought.Whole again = whole(exported);

        assertThat(again.form()).isEqualTo(first.form());
        assertThat(exported)
                .contains("http://example.org/Questionnaire/mood", "Example Clinic", "\"version\" : \"3\"")
                .doesNotContain("clinic.example");
        assertThat(Validator.faults(exported)).isEmpty();
        assertThat(QuestionnaireDocument.canonical(exported)).isEqualTo("http://example.org/Questionnaire/mood|3");
    }

    @Test
    void everythingThatCanBeWrittenIsFhirByTheValidatorAndReadBackAsTheSame() {
        String exported = QuestionnaireDocument.exported(
                QuestionnaireJson.write(Samples.everything()), "https://clinic.example/q/7", 1, false);

        assertThat(Validator.faults(exported)).isEmpty();
        assertThat(whole(exported).form()).isEqualTo(Samples.everything());
        assertThat(exported).contains("\"url\" : \"https://clinic.example/q/7\"");
    }

    @Test
    void aChangedQuestionnaireStillSaysWhoseItIs() {
        var changed = new io.anteroom.clinic.questionnaire.definition.Questionnaire(
                "Mood today",
                null,
                null,
                whole(MOOD).form().items(),
                whole(MOOD).form().totals());

        String rewritten = QuestionnaireDocument.rewritten(MOOD, changed);

        assertThat(whole(rewritten).form()).isEqualTo(changed);
        assertThat(rewritten)
                .contains("Free to use with this line", "Example Clinic")
                .doesNotContain("2.1");
    }

    @Test
    void whatCannotBeShownIsToldWithItsPlaceAndNothingIsTakenIn() {
        Brought brought = read(MOOD.replace("\"type\": \"date\"", "\"type\": \"reference\""));

        assertThat(brought)
                .isInstanceOfSatisfying(
                        Brought.NotWhole.class,
                        not -> assertThat(not.notes()).singleElement().satisfies(note -> {
                            assertThat(note.linkId()).isEqualTo("2");
                            assertThat(note.place()).isEqualTo("item[1]");
                            assertThat(note.what()).contains("reference");
                            assertThat(note).extracting(NotSupported::blocks).isEqualTo(true);
                        }));
    }

    @Test
    void noBytesMakeItThrow() {
        assertThat(why("")).contains("empty");
        assertThat(why("<Questionnaire xmlns=\"http://hl7.org/fhir\"/>")).contains("XML");
        assertThat(why("{\"resourceType\":\"Questionnaire\",\"title\":\"a\",\"title\":\"b\"}"))
                .contains("not JSON");
        assertThat(why("{\"resourceType\":\"Questionnaire\"} {}")).isNotEmpty();
        assertThat(why("{\"resourceType\":\"Patient\"}")).contains("Patient");
        assertThat(why("{\"resourceType\":\"Bundle\"}")).contains("Bundle");
        assertThat(why("{\"resourceType\":")).contains("line 1");
        assertThat(why("[]")).contains("no FHIR resource");
        assertThat(why("{\"item\":" + "[".repeat(100) + "]".repeat(100) + "}")).contains("deeply");
        assertThat(why("{\"resourceType\":\"Questionnaire\",\"n\":" + "9".repeat(500) + "}"))
                .contains("numbers");
        assertThat(QuestionnaireFile.read(new byte[] {(byte) 0xc3, '('}, "mood.json"))
                .isEqualTo(new Brought.Unreadable("Save the file as UTF-8, which FHIR asks for"));
        assertThat(QuestionnaireFile.read(new byte[QuestionnaireFile.MOST_BYTES + 1], "mood.json"))
                .isEqualTo(new Brought.Unreadable("Choose a file of at most 2 MB"));
    }

    @Test
    void oneWithoutATitleIsCalledAsItsFile() {
        String untitled = "{\"resourceType\":\"Questionnaire\",\"item\":"
                + "[{\"linkId\":\"1\",\"text\":\"Why?\",\"type\":\"string\"}]}";

        assertThat(whole(untitled).form().title()).isEqualTo("mood");
    }

    @Test
    void looksThatAreNotKnownAreLostAndProgramsAreNot() {
        String choice = MOOD.replace(
                "\"type\": \"choice\"",
                "\"type\": \"choice\", \"extension\": [{"
                        + "\"url\": \"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl\","
                        + " \"valueCodeableConcept\": {\"coding\": [{\"code\": \"CONTROL\"}]}}]");

        assertThat(whole(choice.replace("CONTROL", "push-button")).lost())
                .singleElement()
                .satisfies(note -> assertThat(note.blocks()).isFalse());
        assertThat(read(choice.replace("CONTROL", "data-receiver"))).isInstanceOf(Brought.NotWhole.class);
    }

    @Test
    void theUnitOfANumberStandsInWhatExplainsItAndAWeightThatIsNoNumberIsNotIgnored() {
        Brought.Whole weight = whole("""
                {"resourceType": "Questionnaire", "title": "Weight", "item": [{"linkId": "1", "text": "Weight", "type": "decimal",
                  "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit",
                    "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kilograms"}}]}]}""");

        assertThat(weight.form().items().getFirst().head().help()).isEqualTo("kilograms");
        assertThat(read(MOOD.replace("\"valueDecimal\": 1", "\"valueDecimal\": \"1\"")))
                .isInstanceOf(Brought.NotWhole.class);
    }

    @Test
    void aNumberOfMoreDigitsThanThereIsMemoryForIsRefusedBeforeItIsWrittenOut() {
        for (String number : List.of("1e30000000", "1e999999999", "1E-999999999", "1e99999999999", "0e2000000000")) {
            String initial =
                    "{\"resourceType\":\"Questionnaire\",\"title\":\"Dose\",\"item\":[{\"linkId\":\"1\",\"text\":\"Dose\","
                            + "\"type\":\"decimal\",\"initial\":[{\"valueDecimal\":" + number + "}]}]}";
            String bound =
                    "{\"resourceType\":\"Questionnaire\",\"title\":\"Dose\",\"item\":[{\"linkId\":\"1\",\"text\":\"Dose\","
                            + "\"type\":\"quantity\",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/maxValue\","
                            + "\"valueQuantity\":{\"value\":" + number + "}}]}]}";

            assertThat(why(initial)).as(number).contains("too large or too fine", "line 1");
            assertThat(why(bound)).as(number).contains("too large or too fine");
        }
        assertThat(whole(
                                "{\"resourceType\":\"Questionnaire\",\"title\":\"Dose\",\"item\":[{\"linkId\":\"1\",\"text\":\"Dose\","
                                        + "\"type\":\"decimal\",\"initial\":[{\"valueDecimal\":1.5e3}]}]}")
                        .form()
                        .items())
                .hasSize(1);
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        assertThat(whole("\ufeff" + MOOD).form()).isEqualTo(whole(MOOD).form());
    }

    @Test
    void moreItemsThanAreTakenAreRefused() {
        String items = IntStream.range(0, 2_001)
                .mapToObj(i -> "{\"linkId\":\"%d\",\"text\":\"x\",\"type\":\"string\"}".formatted(i))
                .collect(Collectors.joining(","));

        assertThat(read("{\"resourceType\":\"Questionnaire\",\"title\":\"Long\",\"item\":[" + items + "]}"))
                .isInstanceOf(Brought.NotWhole.class);
    }

    private static Brought read(String json) {
        return QuestionnaireFile.read(json.getBytes(StandardCharsets.UTF_8), "mood.json");
    }

    private static Brought.Whole whole(String json) {
        Brought brought = read(json);
        assertThat(brought).isInstanceOf(Brought.Whole.class);
        return (Brought.Whole) brought;
    }

    private static String why(String json) {
        Brought brought = read(json);
        assertThat(brought).as(json.substring(0, Math.min(40, json.length()))).isInstanceOf(Brought.Unreadable.class);
        return ((Brought.Unreadable) brought).why();
    }
}
