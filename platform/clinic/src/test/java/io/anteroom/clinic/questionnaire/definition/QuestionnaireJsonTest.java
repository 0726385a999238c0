package io.anteroom.clinic.questionnaire.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionnaireJsonTest {

    @Test
    void whatWasWrittenIsReadAsTheSame() {
        Questionnaire all = Samples.everything();

        QuestionnaireJson.Reading read = QuestionnaireJson.read(QuestionnaireJson.write(all));

        assertThat(read.notes()).isEmpty();
        assertThat(read.whole()).isEqualTo(all);
    }

    @Test
    void aFormOfSomebodyElseIsReadWithItsWeightsAndItsContainedOptions() {
        Questionnaire read = QuestionnaireJson.read("""
                {"resourceType": "Questionnaire", "id": "x", "status": "active", "url": "http://example.org/q", "title": "Mood",
                 "meta": {"profile": ["http://hl7.org/fhir/4.0/StructureDefinition/Questionnaire"]}, "code": [{"code": "44249-1"}],
                 "contained": [{"resourceType": "ValueSet", "id": "often", "status": "active", "compose": {"include": [
                   {"system": "http://loinc.org", "concept": [
                     {"code": "LA6568-5", "display": "Not at all",
                      "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}]},
                     {"code": "LA6569-3", "display": "Several days",
                      "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}]}]}]}}],
                 "item": [{"linkId": "/44250-9", "text": "Little interest", "type": "choice", "required": true,
                   "code": [{"system": "http://loinc.org", "code": "44250-9"}], "answerValueSet": "#often"},
                  {"linkId": "/x", "text": "Weighted", "type": "choice", "answerOption": [
                   {"valueCoding": {"code": "a", "display": "A",
                    "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 2}]}}],
                   "item": [{"linkId": "/x-help", "text": "Think of last week", "type": "display"}]}]}""").whole();

        var first = (Item.Question) read.items().getFirst();
        assertThat(((AnswerKind.Choice) first.kind()).options())
                .extracting(Option::weight)
                .containsExactly(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(first.occurs()).isEqualTo(Occurs.REQUIRED);
        var second = (Item.Question) read.items().get(1);
        assertThat(((AnswerKind.Choice) second.kind()).options().getFirst().weight())
                .isEqualTo(BigDecimal.TWO);
        assertThat(second.head().help()).isEqualTo("Think of last week");
        assertThat(second.items()).isEmpty();
    }

    /** A question whose options stand in a list that the form contains. */
    private static String choosing(String set) {
        return """
                {"resourceType": "Questionnaire", "status": "active", "title": "Pain",
                 "contained": [{"resourceType": "ValueSet", "id": "where", "status": "active", %s}],
                 "item": [{"linkId": "1", "text": "Where?", "type": "choice", "answerValueSet": "#where"}]}""".formatted(set);
    }

    @Test
    void optionsThatStandBelowOthersAreAllThereAndHeadingsAndFormerOnesAreNoOptions() {
        Questionnaire read = QuestionnaireJson.read(choosing("""
                "expansion": {"total": 7, "contains": [
                  {"display": "Upper body", "contains": [
                    {"code": "arm", "display": "Arm", "contains": [{"code": "hand", "display": "Hand"}]},
                    {"code": "head", "display": "Head", "inactive": true}]},
                  {"code": "lower", "display": "Lower body", "abstract": true, "contains": [
                    {"code": "leg", "display": "Leg"}]},
                  {"code": "none", "display": "Nowhere"}]}""")).whole();

        var where = (Item.Question) read.items().getFirst();
        assertThat(((AnswerKind.Choice) where.kind()).options())
                .extracting(option -> ((Value.Coded) option.value()).code())
                .containsExactly("arm", "hand", "leg", "none");
    }

    @Test
    void aListThatLeavesOptionsToOthersIsToldAndItsQuestionIsNotDroppedUnseen() {
        for (String set : List.of(
                "\"expansion\": {\"contains\": [{\"display\": \"Body\"}]}",
                "\"expansion\": {\"total\": 90, \"contains\": [{\"code\": \"arm\"}]}",
                "\"compose\": {\"include\": [{\"concept\": [{\"code\": \"arm\"}], \"valueSet\": [\"http://example.org/body\"]}]}",
                "\"compose\": {\"include\": [{\"system\": \"http://example.org/body\"}]}",
                "\"compose\": {\"include\": [{\"concept\": [{\"code\": \"arm\"}]}], \"exclude\": [{\"concept\": []}]}",
                "\"compose\": {}")) {
            QuestionnaireJson.Reading read = QuestionnaireJson.read(choosing(set));

            assertThat(read.questionnaire()).as(set).isNull();
            assertThat(read.notes()).as(set).singleElement().satisfies(note -> {
                assertThat(note.what()).contains("doesn't say all of them");
                assertThat(note.linkId()).isEqualTo("1");
            });
        }
    }

    @Test
    void whatCannotBeShownIsListedWithItsPlace() {
        QuestionnaireJson.Reading read = QuestionnaireJson.read("""
                {"resourceType": "Questionnaire", "status": "draft", "title": "Odd",
                 "item": [{"linkId": "1", "text": "Group", "type": "group", "item": [
                   {"linkId": "1.1", "text": "Who", "type": "reference"},
                   {"linkId": "1.2", "text": "Sum", "type": "decimal", "extension": [
                     {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"}]},
                   {"linkId": "1.3", "text": "List", "type": "choice", "answerValueSet": "http://example.org/vs"},
                   {"linkId": "1.4", "text": "Year", "type": "date", "initial": [{"valueDate": "2020"}]},
                   {"linkId": "1.5", "text": "Odd", "type": "string", "extension": [{"url": "http://example.org/odd"}]},
                   {"linkId": "1.6", "text": "New", "type": "string", "enableFormat": "x"},
                   {"linkId": "1.7", "text": "Link", "type": "string", "extension": [
                     {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-supportLink", "valueUri": "http://example.org"}]},
                   {"linkId": "1.8", "text": "When", "type": "string", "enableWhen": [
                     {"question": "1.1", "operator": "~", "answerString": "x"}]}]}]}""");

        assertThat(read.questionnaire()).isNull();
        assertThat(read.notes())
                .extracting(NotSupported::linkId, NotSupported::blocks)
                .containsExactly(
                        tuple("1.1", true),
                        tuple("1.2", true),
                        tuple("1.3", true),
                        tuple("1.4", true),
                        tuple("1.5", true),
                        tuple("1.6", true),
                        tuple("1.7", false),
                        tuple("1.8", true));
        assertThat(read.notes())
                .extracting(NotSupported::place)
                .contains("item[0].item[0]", "item[0].item[3].initial[0].valueDate");
    }

    @Test
    void nonsenseIsRefusedInWords() {
        for (String nonsense : List.of(
                "",
                "[",
                "null",
                "[]",
                "{}",
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"Questionnaire\"}",
                "{\"resourceType\":\"Questionnaire\",\"title\":3,\"item\":7}",
                "{\"resourceType\":\"Questionnaire\",\"title\":\"x\",\"item\":[3,null,{\"linkId\":\"1\"}]}",
                "{\"resourceType\":\"Questionnaire\",\"title\":\"x\",\"item\":[{\"linkId\":\"1\",\"text\":\"a\",\"type\":\"string\"},"
                        + "{\"linkId\":\"1\",\"text\":\"a\",\"type\":\"string\"}]}")) {
            QuestionnaireJson.Reading read = QuestionnaireJson.read(nonsense);
            assertThat(read.questionnaire()).as(nonsense).isNull();
            assertThat(read.notes()).as(nonsense).anyMatch(NotSupported::blocks);
        }
    }

    @Test
    void answersAreReadAsTheyWereWritten() {
        List<Value> answers = List.of(
                new Value.Text("a \"b\""),
                new Value.Flag(true),
                new Value.Whole(-3),
                new Value.Decimal(new BigDecimal("1.50")),
                new Value.Day(LocalDate.of(2026, 2, 28)),
                new Value.Moment(OffsetDateTime.parse("2026-02-28T10:00:00+01:00")),
                new Value.Clock(LocalTime.of(7, 5)),
                Samples.coded("x"),
                new Value.Amount(new BigDecimal("70.0"), "kg", "http://unitsofmeasure.org", "kg"),
                new Value.Link("https://example.org"),
                new Value.Attached(
                        "urn:anteroom:file:7", "application/pdf", "letter.pdf", 1234, "2jmj7l5rSw0yVb/vlWAYkK/YBwk="),
                Value.Signed.typed("Ann B", Instant.parse("2026-02-28T10:00:00Z"), "It is true"),
                new Value.Signed("Ann B", Instant.EPOCH, "It is true", "urn:anteroom:file:8"));

        assertThat(ValueJson.read(ValueJson.write(answers))).isEqualTo(answers);
    }

    @Test
    void aQuestionForFilesNobodyCanSendAndOneThatIsAnsweredFromTheStartStandInTheWay() {
        String json = """
                {"resourceType": "Questionnaire", "status": "draft", "title": "Files", "item": [
                  {"linkId": "1", "text": "A film", "type": "attachment", "extension": [
                    {"url": "http://hl7.org/fhir/StructureDefinition/mimeType", "valueCode": "video/mp4"}]},
                  {"linkId": "2", "text": "A letter", "type": "attachment",
                    "initial": [{"valueAttachment": {"url": "https://example.org/a.pdf"}}]},
                  {"linkId": "3", "text": "A picture", "type": "attachment", "repeats": true}]}""";

        assertThat(QuestionnaireJson.read(json).notes())
                .extracting(NotSupported::linkId, NotSupported::what)
                .containsExactly(
                        tuple("1", "Files of these types aren't taken: video/mp4"),
                        tuple("2", "A file or a signature can't stand there from the start"));
    }

    @Test
    void boundsAreListedOnImportAndDoNotHideWhatWasStored() {
        var options = new StringBuilder("{\"valueString\": \"o\"}");
        for (int number = 1; number <= AnswerKind.Choice.MOST_OPTIONS; number++) {
            options.append(", {\"valueString\": \"o").append(number).append("\"}");
        }
        String json = """
                {"resourceType": "Questionnaire", "status": "draft", "title": "Large", "item": [
                  {"linkId": "1", "text": "Code", "type": "string", "extension": [
                    {"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "(?:(?=)){2147483647}x"}]},
                  {"linkId": "2", "text": "Which", "type": "choice", "answerOption": [OPTIONS]}]}""".replace("OPTIONS", options);

        assertThat(QuestionnaireJson.read(json).questionnaire()).isNull();
        assertThat(QuestionnaireJson.read(json).notes())
                .extracting(NotSupported::linkId, NotSupported::place, NotSupported::blocks)
                .containsExactly(tuple("1", "item[0]", true), tuple("2", "item[1]", true));
        assertThat(QuestionnaireJson.readStored(json).whole().items()).hasSize(2);
    }

    @Test
    void anInitialCodingIsTheOptionOfThatCodeWhateverItDisplays() {
        String json = """
                {"resourceType": "Questionnaire", "status": "draft", "title": "Country", "item": [
                  {"linkId": "1", "text": "Country", "type": "choice",
                   "answerOption": [{"valueCoding": {"system": "urn:c", "code": "de", "display": "Germany"}}],
                   "initial": [{"valueCoding": {"system": "urn:c", "code": "CODE"}}]}]}""";

        var read = (Item.Question) QuestionnaireJson.read(json.replace("CODE", "de"))
                .whole()
                .items()
                .getFirst();

        assertThat(read.initial()).containsExactly(new Value.Coded("urn:c", "de", "Germany"));
        assertThat(QuestionnaireJson.read(json.replace("CODE", "fr")).notes())
                .extracting(NotSupported::linkId, NotSupported::place, NotSupported::blocks)
                .containsExactly(tuple("1", "item[0].initial[0]", true));
    }

    @Test
    void aBoundInOneUnitStandsInTheWayOfAQuestionThatTakesAnother() {
        String json = """
                {"resourceType": "Questionnaire", "status": "draft", "title": "Weight", "item": [
                  {"linkId": "1", "text": "Weight", "type": "quantity", "extension": [
                   {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
                    "valueCoding": {"code": "kg", "display": "kg"}},
                   {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
                    "valueCoding": {"code": "UNIT", "display": "UNIT"}},
                   {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity",
                    "valueQuantity": {"value": 300, "unit": "kg", "code": "kg"}}]}]}""";

        assertThat(QuestionnaireJson.read(json.replace("UNIT", "lb")).notes())
                .extracting(NotSupported::linkId, NotSupported::blocks)
                .containsExactly(tuple("1", true));
        var stored = (Item.Question) QuestionnaireJson.readStored(json.replace("UNIT", "lb"))
                .whole()
                .items()
                .getFirst();
        assertThat(((AnswerKind.Amount) stored.kind()).max())
                .as("350 lb are no 300 kg")
                .isNull();
        var only = (Item.Question) QuestionnaireJson.read(json.replace("UNIT", "kg"))
                .whole()
                .items()
                .getFirst();
        assertThat(((AnswerKind.Amount) only.kind()).max()).isEqualTo(new BigDecimal("300"));
    }

    @Test
    void yesOrNoIsAnsweredOnce() {
        String json = """
                {"resourceType": "Questionnaire", "status": "draft", "title": "Well", "item": [
                  {"linkId": "1", "text": "Well?", "type": "boolean", "required": true, "repeats": true}]}""";

        assertThat(QuestionnaireJson.read(json).notes())
                .extracting(NotSupported::linkId, NotSupported::what)
                .containsExactly(tuple("1", "A question for yes or no can't have several answers"));
        var stored = (Item.Question)
                QuestionnaireJson.readStored(json).whole().items().getFirst();
        assertThat(stored.occurs()).isEqualTo(Occurs.REQUIRED);
    }
}
