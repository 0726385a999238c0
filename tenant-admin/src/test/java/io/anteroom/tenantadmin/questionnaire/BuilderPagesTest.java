package io.anteroom.tenantadmin.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.testing.StatementCount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BuilderPagesTest extends QuestionnairePagesFixture {

    @Autowired
    StatementCount statements;

    @Test
    void aQuestionnaireIsBegunWrittenAndPublished() {
        assertThat(opens(LIST)).hasStatusOk().bodyText().contains("No questionnaires yet");
        assertThat(sends(LIST + "/new", "title", " ", "question", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a title", "Enter the first question");
        begin();
        addMood();
        assertThat(opens(DRAFT))
                .hasStatusOk()
                .bodyText()
                .contains("What brings you here?", "How are you?", "3 answers", "counts", "Publish this draft");

        publish();
        assertThat(opens(LIST + "/1")).bodyText().contains("Published", "Version", "Change it in a new draft");
        assertThat(opens(DRAFT)).hasStatus(404);
        assertThat(opens(LIST)).bodyText().contains("Intake", "Version 1");
    }

    @Test
    void everyKindOfItemIsAddedShownAndSavedAsItWas() {
        begin();
        for (String kind : List.of(
                "line",
                "lines",
                "yes-no",
                "whole",
                "decimal",
                "amount",
                "day",
                "moment",
                "time",
                "link",
                "attachment",
                "signature",
                "display")) {
            assertThat(opens(DRAFT + "/new-item?kind=" + kind)).as(kind).hasStatusOk();
            assertThat(sends(DRAFT + "/new-item", "kind", kind, "text", "About " + kind, "required", "true"))
                    .as(kind)
                    .hasStatus(303);
        }
        assertThat(sends(DRAFT + "/new-item", "kind", "group", "text", "Group", "first", "Inside"))
                .hasStatus(303);
        addMood();
        for (int item = 1; item <= 17; item++) {
            MvcTestResult form = opens(DRAFT + "/item?item=q" + item);
            assertThat(form).as("q" + item).hasStatusOk();
        }
        assertThat(opens(DRAFT + "/item?item=q99")).hasStatus(404);
        assertThat(opens(DRAFT + "/new-item?kind=nonsense")).hasStatus(404);
        assertThat(sends(DRAFT + "/new-item", "kind", "attachment", "text", "A film", "types", "video/mp4"))
                .hasStatus(422)
                .bodyText()
                .contains("at least one kind that can be sent");
        publish();
    }

    @Test
    void whatIsTypedWrongIsSaidAndKept() {
        begin();
        assertThat(sends(DRAFT + "/new-item", "kind", "whole", "text", "", "min", "5", "max", "1", "initial", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the question", "Enter at least as much as the least", "Enter a whole number, like 12")
                .contains("value=\"5\"");
        assertThat(sends(DRAFT + "/new-item", "kind", "choice", "text", "Which?", "more", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter at least one answer to choose");
        assertThat(sends(DRAFT + "/new-item", "kind", "choice", "text", "Which?", "more", "A\nA"))
                .hasStatus(422)
                .bodyText()
                .contains("Two answers read the same");
        assertThat(sends(DRAFT + "/new-item", "kind", "line", "text", "Code", "regex", "("))
                .hasStatus(422)
                .bodyText()
                .contains("This is no regular expression");
        assertThat(sends(DRAFT + "/new-item", "kind", "day", "text", "When", "min", "soon"))
                .hasStatus(422)
                .bodyText()
                .contains("like 2026-11-23");
    }

    @Test
    void twoWhoChangeTheSameAreTold() {
        begin();
        String form = DRAFT + "/item";
        String seen = hidden(opens(form + "?item=q1"), "seen");
        assertThat(sends(form, "item", "q1", "kind", "line", "seen", seen, "text", "By Robin"))
                .hasStatus(303);

        MvcTestResult second = sends(form, "item", "q1", "kind", "line", "seen", seen, "text", "By somebody else");
        assertThat(second).hasStatus(409).bodyText().contains("changed this while you had it open", "By somebody else");
        assertThat(sends(
                        form, "item", "q1", "kind", "line", "seen", hidden(second, "seen"), "text", "By somebody else"))
                .hasStatus(303);
        assertThat(opens(DRAFT)).bodyText().contains("By somebody else").doesNotContain("By Robin");
        assertThat(sends(DRAFT + "/publication", "revision", "0")).hasStatus(409);
    }

    @Test
    void itemsAreMovedCopiedNestedAndDeletedByButtons() {
        begin();
        addMood();
        assertThat(sends(DRAFT + "/order", "up", "q2")).hasStatus(303).hasHeader("Location", DRAFT + "#row-1");
        assertThat(opens(DRAFT)).bodyText().containsSubsequence("row-1", "How are you?", "row-2", "What brings");
        assertThat(sends(DRAFT + "/order", "in", "q1")).hasStatus(303);
        assertThat(opens(DRAFT)).bodyText().contains("outline-1");
        assertThat(sends(DRAFT + "/order", "out", "q1")).hasStatus(303);
        assertThat(sends(DRAFT + "/order", "out", "q1"))
                .hasStatus(422)
                .bodyText()
                .contains("not nested");
        assertThat(sends(DRAFT + "/order", "copy", "q2")).hasStatus(303);
        assertThat(opens(DRAFT)).bodyText().contains("row-3");
        assertThat(sends(DRAFT + "/order", "sideways", "q2")).hasStatus(404);

        MvcTestResult ask = opens(DRAFT + "/deletion?item=q2");
        assertThat(ask).hasStatusOk().bodyText().contains("Delete “How are you?”?");
        assertThat(sends(DRAFT + "/deletion?item=q2&seen=other")).hasStatus(409);
        assertThat(sends(DRAFT + "/deletion?item=q3&seen=" + seenOf("q3"))).hasStatus(303);
        assertThat(opens(DRAFT)).bodyText().doesNotContain("row-3");
    }

    @Test
    void anItemIsAskedDependingOnAnswersOfEveryKind() {
        begin();
        addMood();
        String add = DRAFT + "/condition";
        assertThat(opens(DRAFT + "/conditions?item=q1"))
                .hasStatusOk()
                .bodyText()
                .contains("Always.");
        assertThat(opens(add + "?item=q1&question=q1")).hasStatus(422);
        MvcTestResult form = opens(add + "?item=q1&question=q2");
        assertThat(form).hasStatusOk().bodyText().contains("Very low", "is not");
        assertThat(sends(add, "item", "q1", "question", "q2", "operator", "EQUAL", "value", "77", "seen", seenOf("q1")))
                .hasStatus(422);
        assertThat(sends(add, "item", "q1", "question", "q2", "operator", "EQUAL", "value", "1", "seen", seenOf("q1")))
                .hasStatus(303);
        assertThat(sends(add, "item", "q1", "question", "q2", "operator", "unanswered", "seen", seenOf("q1")))
                .hasStatus(303);
        assertThat(opens(DRAFT + "/conditions?item=q1"))
                .bodyText()
                .contains("“How are you?” is “Low”", "“How are you?” has no answer", "One is enough");
        assertThat(sends(DRAFT + "/conditions", "item", "q1", "together", "any", "seen", seenOf("q1")))
                .hasStatus(303);
        assertThat(opens(DRAFT + "/item?item=q1")).bodyText().contains(" or “How are you?” has no answer");

        assertThat(sends(DRAFT + "/deletion?item=q2&seen=" + seenOf("q2")))
                .hasStatus(422)
                .bodyText()
                .contains("Others are asked depending on it");
        assertThat(sends(DRAFT + "/conditions", "item", "q1", "remove", "0", "seen", seenOf("q1")))
                .hasStatus(303);
        assertThat(opens(DRAFT + "/conditions?item=q1")).bodyText().doesNotContain("is “Low”");
    }

    @Test
    void totalsHaveBandsSomeOfWhichStaffAreToNotice() {
        begin();
        addMood();
        String page = DRAFT + "/totals";
        String seen = hidden(opens(page), "seen");
        assertThat(sends(page, "seen", seen, "name0", "Mood", "group0", "", "bands0", "many: bad"))
                .hasStatus(422)
                .bodyText()
                .contains("Write each range like");
        assertThat(sends(page, "seen", seen, "name0", "Mood", "group0", "", "bands0", "0-1 fine\n!2+ low"))
                .hasStatus(303);
        assertThat(opens(page)).bodyText().contains("0-1 fine", "!2+ low");
        assertThat(sends(page, "seen", seen, "name0", "Other")).hasStatus(409);
    }

    @Test
    void aFileIsTakenInWholeOrToldWhatStandsInTheWay() {
        assertThat(brings("""
                {"resourceType":"Questionnaire","status":"active","title":"Theirs","item":[
                 {"linkId":"a","text":"Who sent you?","type":"reference"}]}""")).hasStatus(422).bodyText().contains("can’t be shown whole", "item[0]", "reference");
        assertThat(brings("[")).hasStatus(422).bodyText().contains("not JSON");
        assertThat(opens(LIST)).bodyText().doesNotContain("Theirs");

        assertThat(brings("""
                {"resourceType":"Questionnaire","status":"active","title":"Theirs","publisher":"Example","item":[
                 {"linkId":"a","text":"Who sent you?","type":"string"}]}""")).hasStatus(303).hasHeader("Location", DRAFT);
        assertThat(opens(DRAFT + "/fhir")).hasStatusOk().bodyText().contains("\"status\" : \"draft\"", "Example");
        publish();
        MvcTestResult file = opens(LIST + "/1/versions/1/fhir");
        assertThat(file).hasStatusOk().bodyText().contains("\"version\" : \"1\"", "Example");
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("attachment", "version-1.json");
        assertThat(opens(LIST + "/1/versions/2/fhir")).hasStatus(404);
    }

    @Test
    void aFormOfTwoHundredAndFiftyQuestionsIsAsQuickToChange() {
        String items = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> "{\"linkId\":\"i%1$d\",\"text\":\"Question %1$d\",\"type\":\"string\"}".formatted(i))
                .collect(Collectors.joining(","));
        assertThat(brings("{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"title\":\"Long\",\"item\":["
                        + items + "]}"))
                .hasStatus(303);

        assertThat(opens(DRAFT)).hasStatusOk().bodyText().contains("row-250").hasSizeLessThan(700_000);
        statements.reset();
        assertThat(opens(DRAFT + "/item?item=i200"))
                .bodyText()
                .contains("Question 200")
                .hasSizeLessThan(60_000);
        assertThat(statements.count()).isLessThan(6);
    }

    @Test
    void aRetiredOneIsTakenUpAgainAndADraftDiscarded() {
        begin();
        publish();
        assertThat(opens(LIST + "/1/retirement")).hasStatusOk();
        assertThat(sends(LIST + "/1/retirement")).hasStatus(303);
        assertThat(opens(LIST)).bodyText().contains("Retired");
        assertThat(sends(LIST + "/1/return")).hasStatus(303);
        assertThat(sends(LIST + "/1/draft/begin")).hasStatus(303).hasHeader("Location", DRAFT);
        assertThat(opens(DRAFT + "/discarding")).hasStatusOk().bodyText().contains("Version 1 stays");
        assertThat(sends(DRAFT + "/discarding")).hasStatus(303).hasHeader("Location", LIST + "/1");
        assertThat(opens(DRAFT + "/discarding")).hasStatus(404);
    }

    @Test
    void anotherClinicHasNothingOfIt() {
        begin();
        for (String path :
                List.of("", "/draft", "/draft/item?item=q1", "/draft/totals", "/draft/fhir", "/draft/heading")) {
            assertThat(opens("/o/south/questionnaires/1" + path)).as(path).hasStatus(404);
        }
        assertThat(sends("/o/south/questionnaires/1/draft/order", "copy", "q1")).hasStatus(404);
        assertThat(opens("/o/south/questionnaires")).hasStatusOk().bodyText().doesNotContain("Intake");
    }

    @Test
    void receptionReadsTheListAndWritesNothingAndBillingSeesNoneOfIt() {
        begin();
        role = StaffRole.RECEPTIONIST;
        assertThat(opens(LIST)).hasStatusOk().bodyText().contains("Intake").doesNotContain("New questionnaire");
        assertThat(opens(DRAFT)).hasStatus(403);
        assertThat(sends(LIST + "/new", "title", "Mine", "question", "Why?")).hasStatus(403);
        role = StaffRole.BILLING;
        assertThat(opens(LIST)).hasStatus(403);
        assertThat(opens("/o/north/patients")).bodyText().doesNotContain("Questionnaires");
    }

    private MvcTestResult brings(String json) {
        return asRobin(mvc.post().multipart(), LIST + "/import")
                .file(new MockMultipartFile(
                        "file", "q.json", "application/json", json.getBytes(StandardCharsets.UTF_8)))
                .exchange();
    }

    private String seenOf(String item) {
        return hidden(opens(DRAFT + "/item?item=" + item), "seen");
    }
}
