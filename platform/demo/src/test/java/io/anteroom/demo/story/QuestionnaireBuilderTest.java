package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A questionnaire is written, published and written anew; another is brought as a file. */
class QuestionnaireBuilderTest {

    private static final String LIST = "/o/sakura/questionnaires";

    private static final String THEIRS = """
            {"resourceType": "Questionnaire", "status": "active", "title": "Sent by another practice", "item": [
              {"linkId": "1", "text": "Who referred you?", "type": "reference"},
              {"linkId": "2", "text": "Body mass index", "type": "decimal", "extension": [
                {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"}]}]}""";

    private final Album album = new Album("questionnaire-builder-");

    @Test
    void staffWriteOneQuestionAtATimeSeeItAsPatientsDoAndPublish() {
        try (var staff = Person.atADesk(album)) {
            signsIn(staff);
            begins(staff);
            addsAChoice(staff);
            addsAGroupAndMovesAQuestionIntoIt(staff);
            asksItOnlyAfterAnAnswer(staff);
            saysWhatSumsMean(staff);
            publishes(staff);
            isToldWhatStandsInTheWayOfAFile(staff);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void signsIn(Person staff) {
        staff.goesTo("app.", LIST + "/new");
        staff.reads("Sign in");
        staff.types("kenji@sakura.example", "Email");
        staff.presses("Sign in");
        staff.types(RunningDemo.shared().password("kenji@sakura.example"), "Password");
        staff.presses("Sign in");
        staff.reads("New questionnaire");
    }

    private static void begins(Person staff) {
        staff.presses("Begin the draft");
        staff.reads("There is a problem");
        staff.looks("begin-with-mistakes");
        staff.types("How you sleep", "Title");
        staff.types("It takes five minutes.", "Introduction");
        staff.types("Since when do you sleep badly?", "First question");
        staff.presses("Begin the draft");
        staff.reads("How you sleep");
        staff.looks("draft");
    }

    private static void addsAChoice(Person staff) {
        staff.field("What").selectOption("choice");
        staff.presses("Add it");
        staff.reads("New: A choice");
        staff.looks("new-choice");
        staff.types("How often do you wake at night?", "Question");
        staff.types("Never = 0\nSome nights = 1\nMost nights = 2\nEvery night = 3", "Answers");
        staff.presses("Save");
        staff.isTold("4 answers");
        staff.follows("How often do you wake at night?");
        staff.reads("A choice");
        staff.looks("choice");
    }

    private static void addsAGroupAndMovesAQuestionIntoIt(Person staff) {
        staff.goesTo("app.", LIST);
        staff.follows("How you sleep");
        staff.follows("Continue the draft");
        staff.field("What").selectOption("group");
        staff.presses("Add it");
        staff.types("Your evenings", "Heading");
        staff.types("When do you go to bed?", "First question in it");
        staff.presses("Save");
        var keyboard = new Keyboard(staff);
        keyboard.tabsTo("Move Your evenings up");
        keyboard.enters();
        staff.isTold("Moved");
        keyboard.tabsTo("Move How often do you wake at night? into what is above it");
        keyboard.enters();
        staff.isTold("Moved");
        staff.looks("outline");
    }

    private static void asksItOnlyAfterAnAnswer(Person staff) {
        staff.follows("When do you go to bed?");
        staff.follows("When it is asked");
        staff.isTold("Always.");
        staff.field("On the answer to").selectOption("q2");
        staff.presses("Continue");
        staff.reads("Asked depending on an answer");
        staff.field("Answer").selectOption("3");
        staff.looks("condition");
        staff.presses("Add the condition");
        staff.isTold("is “Every night”");
        staff.looks("conditions");
    }

    private static void saysWhatSumsMean(Person staff) {
        staff.goesTo("app.", LIST);
        staff.follows("How you sleep");
        staff.follows("Continue the draft");
        staff.follows("Totals");
        staff.page().locator("#f-name0").fill("Waking");
        staff.page().locator("#f-bands0").fill("0-1 fine\n!2+ talk about it");
        staff.looks("totals");
        staff.presses("Save");
        staff.reads("How you sleep");
    }

    private static void publishes(Person staff) {
        staff.presses("Publish this draft");
        staff.isTold("Version 1 is published");
        staff.looks("published");
        staff.presses("Change it in a new draft");
        staff.isTold("Each step is saved at once");
        int number = 0;
        for (String link : List.of("Title and introduction", "Delete Your evenings", "Discard it")) {
            staff.follows(link);
            staff.page().waitForURL(Pattern.compile("/draft/"));
            staff.looks("draft-page-" + ++number);
            staff.page().goBack();
        }
        staff.goesTo("app.", LIST);
        staff.looks("list");
    }

    private static void isToldWhatStandsInTheWayOfAFile(Person staff) {
        staff.follows("Import a file");
        staff.field("File")
                .setInputFiles(
                        new FilePayload("theirs.json", "application/json", THEIRS.getBytes(StandardCharsets.UTF_8)));
        staff.presses("Import it");
        staff.isTold("The answer is calculated by an expression");
        staff.looks("file-refused");
    }
}
