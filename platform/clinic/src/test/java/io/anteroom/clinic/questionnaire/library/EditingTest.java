package io.anteroom.clinic.questionnaire.library;

import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Samples;
import io.anteroom.clinic.questionnaire.definition.Total;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.library.Edit.Direction;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditingTest {

    private static final Item.Question MOOD = new Item.Question(
            Item.Head.of("mood", "Mood"), Samples.counting("fine", "low"), Occurs.OPTIONAL, List.of(), List.of());
    private static final Item SINCE = new Item.Question(
            Item.Head.of("since", "Since when?")
                    .when(Enabling.when("mood", Enabling.Operator.EQUAL, Samples.coded("low"))),
            new AnswerKind.Day(null, null),
            Occurs.OPTIONAL,
            List.of(),
            List.of());
    private static final Item LAST = question("last", AnswerKind.Words.LINE, Occurs.OPTIONAL);
    private static final Questionnaire FORM = form(
            new Item.Group(Item.Head.of("group", "Group"), Occurs.OPTIONAL, List.of(MOOD, SINCE)),
            new Item.Display(Item.Head.of("text", "Text")),
            LAST);

    @Test
    void anItemIsPutBehindOthersWithinOneOrAtTheEnd() {
        Item more = question("new", AnswerKind.Words.LINE, Occurs.OPTIONAL);

        assertThat(shape(changed(FORM, new Edit.Add(new Edit.Place.Last(), more))))
                .isEqualTo("group(mood since) text last q6");
        assertThat(shape(changed(FORM, new Edit.Add(new Edit.Place.Behind("mood"), more))))
                .isEqualTo("group(mood q6 since) text last");
        assertThat(shape(changed(FORM, new Edit.Add(new Edit.Place.Within("mood"), more))))
                .isEqualTo("group(mood(q6) since) text last");
        assertThat(refused(FORM, new Edit.Add(new Edit.Place.Within("text"), more)))
                .contains("asks nothing");
        assertThat(apply(FORM, new Edit.Add(new Edit.Place.Within("gone"), more)))
                .isEqualTo(new Editing.Outcome.Missing());
    }

    @Test
    void itemsMoveUpDownIntoOthersAndOutOfThem() {
        assertThat(shape(moved(FORM, "last", Direction.UP))).isEqualTo("group(mood since) last text");
        assertThat(shape(moved(FORM, "mood", Direction.DOWN))).isEqualTo("group(since mood) text last");
        assertThat(shape(moved(FORM, "since", Direction.IN))).isEqualTo("group(mood(since)) text last");
        assertThat(shape(moved(FORM, "since", Direction.OUT))).isEqualTo("group(mood) since text last");
        assertThat(shape(moved(moved(FORM, "since", Direction.IN), "since", Direction.OUT)))
                .as("there and back")
                .isEqualTo(shape(FORM));
        assertThat(refused(FORM, new Edit.Move("group", Direction.UP))).contains("first");
        assertThat(refused(FORM, new Edit.Move("last", Direction.DOWN))).contains("last");
        assertThat(refused(FORM, new Edit.Move("last", Direction.IN))).contains("asks nothing");
        assertThat(refused(FORM, new Edit.Move("text", Direction.OUT))).contains("not nested");
        assertThat(refused(moved(FORM, "since", Direction.OUT), new Edit.Move("mood", Direction.OUT)))
                .contains("all that its group holds");
    }

    @Test
    void aCopyHasLinkIdsOfItsOwnAndItsConditionsMeanTheCopies() {
        Questionnaire copied = changed(FORM, new Edit.Duplicate("group"));

        assertThat(shape(copied)).isEqualTo("group(mood since) q6(q7 q8) text last");
        assertThat(condition(copied, "q8")).isEqualTo("q7");
        assertThat(condition(copied, "since")).isEqualTo("mood");
        assertThat(condition(changed(FORM, new Edit.Duplicate("since")), "q6"))
                .as("outside the copy")
                .isEqualTo("mood");
    }

    @Test
    void whatOthersDependOnIsNotDeletedNorChangedSoThatTheyAreNeverAsked() {
        assertThat(refused(FORM, new Edit.Delete("mood", null))).contains("Since when?");
        assertThat(shape(changed(FORM, new Edit.Delete("group", null)))).isEqualTo("text last");
        assertThat(refused(FORM, new Edit.Replace(question("mood", AnswerKind.Words.LINE, Occurs.OPTIONAL), null)))
                .contains("Since when?");
        var without = new Item.Question(MOOD.head(), Samples.counting("fine"), Occurs.OPTIONAL, List.of(), List.of());
        assertThat(refused(FORM, new Edit.Replace(without, null))).contains("Since when?");
        var renamed = new Item.Question(
                MOOD.head(),
                new AnswerKind.Choice(
                        List.of(io.anteroom.clinic.questionnaire.definition.Option.of(
                                new Value.Coded("urn:test", "low", "Rather low"))),
                        false,
                        AnswerKind.Choice.Shown.RADIO),
                Occurs.OPTIONAL,
                List.of(),
                List.of());
        assertThat(shape(changed(FORM, new Edit.Replace(renamed, null)))).isEqualTo(shape(FORM));
    }

    @Test
    void whatATotalAddsUpIsNotDeleted() {
        Questionnaire counted = changed(FORM, new Edit.Totals(List.of(new Total("Mood", "group", List.of())), null));

        assertThat(refused(counted, new Edit.Delete("group", null))).contains("total Mood");
    }

    @Test
    void theLastOfAGroupOrOfAllIsNotDeleted() {
        Questionnaire one = changed(FORM, new Edit.Delete("since", null));
        assertThat(refused(one, new Edit.Delete("mood", null))).contains("Delete the group");
        assertThat(refused(form(LAST), new Edit.Delete("last", null))).contains("Add something else");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        String seen = Fingerprint.of(LAST);
        Questionnaire theirs =
                changed(FORM, new Edit.Replace(question("last", AnswerKind.Words.LINES, Occurs.OPTIONAL), seen));

        assertThat(apply(theirs, new Edit.Replace(LAST, seen))).isEqualTo(new Editing.Outcome.Stale());
        assertThat(apply(theirs, new Edit.Delete("last", seen))).isEqualTo(new Editing.Outcome.Stale());
        assertThat(apply(theirs, new Edit.Replace(MOOD, Fingerprint.of(MOOD))))
                .as("another item")
                .isInstanceOf(Editing.Outcome.Changed.class);
        String heading = Fingerprint.ofHeading(FORM);
        Questionnaire titled = changed(FORM, new Edit.Heading("New", null, "en", heading));
        assertThat(apply(titled, new Edit.Heading("Other", null, "en", heading)))
                .isEqualTo(new Editing.Outcome.Stale());
    }

    @Test
    void whatIsNestedStaysWhenItsItemIsChangedAndKeepsItFromHavingSeveralAnswers() {
        Questionnaire nested = moved(FORM, "since", Direction.IN);

        assertThat(shape(changed(nested, new Edit.Replace(MOOD, null)))).isEqualTo("group(mood(since)) text last");
        var several = new Item.Question(MOOD.head(), MOOD.kind(), Occurs.MANY, List.of(), List.of());
        assertThat(refused(nested, new Edit.Replace(several, null))).contains("Since when?");
    }

    @Test
    void itemsAreNestedTwelveDeepAtMost() {
        Questionnaire deep = form(LAST);
        for (int i = 1; i < Questionnaire.DEEPEST; i++) {
            Item last = deep.allItems().getLast();
            deep = changed(deep, new Edit.Add(new Edit.Place.Within(last.linkId()), LAST));
        }
        String deepest = deep.allItems().getLast().linkId();

        assertThat(refused(deep, new Edit.Add(new Edit.Place.Within(deepest), LAST)))
                .contains("12 deep");
    }

    private static Questionnaire form(Item... items) {
        return new Questionnaire("Form", null, null, List.of(items), List.of());
    }

    private static Editing.Outcome apply(Questionnaire form, Edit edit) {
        return new Editing(form).apply(edit);
    }

    private static Questionnaire changed(Questionnaire form, Edit edit) {
        Editing.Outcome outcome = apply(form, edit);
        assertThat(outcome).isInstanceOf(Editing.Outcome.Changed.class);
        return ((Editing.Outcome.Changed) outcome).form();
    }

    private static Questionnaire moved(Questionnaire form, String linkId, Direction direction) {
        return changed(form, new Edit.Move(linkId, direction));
    }

    private static String refused(Questionnaire form, Edit edit) {
        Editing.Outcome outcome = apply(form, edit);
        assertThat(outcome).isInstanceOf(Editing.Outcome.Refused.class);
        return ((Editing.Outcome.Refused) outcome).why();
    }

    private static String condition(Questionnaire form, String linkId) {
        Enabling enabling = form.item(linkId).orElseThrow().head().enabling();
        assertThat(enabling).isNotNull();
        return enabling.conditions().getFirst().question();
    }

    /** The link ids, what is nested in brackets. */
    private static String shape(Questionnaire form) {
        return shape(form.items());
    }

    private static String shape(List<Item> items) {
        return items.stream()
                .map(item -> item.linkId() + (item.items().isEmpty() ? "" : "(" + shape(item.items()) + ")"))
                .collect(Collectors.joining(" "));
    }
}
