package io.anteroom.clinic.questionnaire.logic;

import static io.anteroom.clinic.questionnaire.definition.Samples.coded;
import static io.anteroom.clinic.questionnaire.definition.Samples.counting;
import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Enabling.Condition;
import io.anteroom.clinic.questionnaire.definition.Enabling.Operator;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Samples;
import io.anteroom.clinic.questionnaire.definition.Total;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.review.AnswerPaper;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilledFormTest {

    private static final AnswerKind WHOLE = new AnswerKind.Whole(null, null);

    @ParameterizedTest
    @CsvSource({
        "EXISTS, 3, true",
        "EQUAL, 3, true",
        "EQUAL, 4, false",
        "NOT_EQUAL, 4, true",
        "NOT_EQUAL, 3, false",
        "MORE, 2, true",
        "MORE, 3, false",
        "LESS, 4, true",
        "LESS, 3, false",
        "AT_LEAST, 3, true",
        "AT_LEAST, 4, false",
        "AT_MOST, 3, true",
        "AT_MOST, 2, false"
    })
    void eachOperatorCompares(Operator operator, int wanted, boolean holds) {
        Value value = operator == Operator.EXISTS ? new Value.Flag(true) : new Value.Whole(wanted);

        assertThat(asked(operator, value, new Value.Whole(3))).isEqualTo(holds);
    }

    @Test
    void withoutAnAnswerOnlyItsAbsenceAndBeingNothingInParticularHold() {
        assertThat(asked(Operator.EXISTS, new Value.Flag(false))).isTrue();
        assertThat(asked(Operator.EXISTS, new Value.Flag(true))).isFalse();
        assertThat(asked(Operator.NOT_EQUAL, new Value.Whole(1))).isTrue();
        for (Operator operator :
                List.of(Operator.EQUAL, Operator.MORE, Operator.LESS, Operator.AT_LEAST, Operator.AT_MOST)) {
            assertThat(asked(operator, new Value.Whole(0))).as(operator.code()).isFalse();
        }
    }

    @Test
    void valuesOfEveryKindAreCompared() {
        assertThat(asked(Operator.MORE, new Value.Decimal(new BigDecimal("2.5")), new Value.Whole(3)))
                .isTrue();
        assertThat(asked(
                        Operator.LESS,
                        new Value.Day(LocalDate.of(2026, 1, 2)),
                        new Value.Day(LocalDate.of(2026, 1, 1))))
                .isTrue();
        assertThat(asked(Operator.EQUAL, coded("a"), new Value.Coded(null, "a", "Something else")))
                .isTrue();
        assertThat(asked(Operator.EQUAL, coded("a"), new Value.Coded("urn:other", "a", "a")))
                .isFalse();
        assertThat(asked(Operator.MORE, amount("5", "mg"), amount("7", "mg"))).isTrue();
        assertThat(asked(Operator.MORE, amount("5", "mg"), amount("7", "g")))
                .as("another unit")
                .isFalse();
        assertThat(asked(Operator.EQUAL, new Value.Flag(true), new Value.Flag(true)))
                .isTrue();
        assertThat(asked(Operator.EQUAL, coded("b"), coded("a"), coded("b")))
                .as("one of several")
                .isTrue();
        assertThat(asked(Operator.NOT_EQUAL, coded("b"), coded("a"), coded("b")))
                .isFalse();
    }

    private static Value amount(String number, String unit) {
        return new Value.Amount(new BigDecimal(number), unit, null, unit);
    }

    private static boolean asked(Operator operator, Value wanted, Value... answers) {
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(
                        question("a", WHOLE, Occurs.MANY),
                        when("b", new Enabling(false, List.of(new Condition("a", operator, wanted))))),
                List.of());
        return of(form, Map.of("a", List.of(answers)))
                .entry(ItemPath.of("b"))
                .orElseThrow()
                .asked();
    }

    private static Item.Question when(String linkId, Enabling enabling) {
        return new Item.Question(
                Item.Head.of(linkId, linkId).when(enabling), WHOLE, Occurs.OPTIONAL, List.of(), List.of());
    }

    private static FilledForm of(Questionnaire questionnaire, Map<String, List<Value>> said) {
        var answers = new HashMap<ItemPath, List<Value>>();
        said.forEach((path, values) ->
                answers.put(path.contains(":") ? ItemPath.parse(path).orElseThrow() : ItemPath.of(path), values));
        return FilledForm.of(questionnaire, answers);
    }

    private static List<String> asked(FilledForm form) {
        return form.questions().stream().map(entry -> entry.path().toString()).toList();
    }

    @Test
    void anAnswerToWhatIsNotAskedCountsForNobody() {
        var chain = new Questionnaire(
                "Q",
                null,
                null,
                List.of(
                        question("a", WHOLE, Occurs.OPTIONAL),
                        when("b", Enabling.when("a", Operator.EQUAL, new Value.Whole(1))),
                        when("c", Enabling.when("b", Operator.EXISTS, new Value.Flag(true)))),
                List.of());
        var said = Map.<String, List<Value>>of("b", List.of(new Value.Whole(5)), "a", List.of(new Value.Whole(1)));

        assertThat(asked(of(chain, said))).containsExactly(":a", ":b", ":c");
        assertThat(asked(of(chain, Map.of("b", said.get("b"), "a", List.of(new Value.Whole(2))))))
                .containsExactly(":a");
    }

    @Test
    void allOrAnyOfTheConditionsMustHold() {
        var conditions = List.of(
                new Condition("a", Operator.EQUAL, new Value.Whole(1)),
                new Condition("b", Operator.EQUAL, new Value.Whole(1)));
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(
                        question("a", WHOLE, Occurs.OPTIONAL), question("b", WHOLE, Occurs.OPTIONAL),
                        when("all", new Enabling(false, conditions)), when("any", new Enabling(true, conditions))),
                List.of());
        List<Value> one = List.of(new Value.Whole(1));

        assertThat(asked(of(form, Map.of()))).containsExactly(":a", ":b");
        assertThat(asked(of(form, Map.of("a", one)))).containsExactly(":a", ":b", ":any");
        assertThat(asked(of(form, Map.of("a", one, "b", one)))).containsExactly(":a", ":b", ":all", ":any");
    }

    @Test
    void conditionsThatWaitForEachOtherFail() {
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(
                        when("a", Enabling.when("b", Operator.EXISTS, new Value.Flag(true))),
                        when("b", Enabling.when("a", Operator.EXISTS, new Value.Flag(true))),
                        when("c", Enabling.when("c", Operator.EXISTS, new Value.Flag(true)))),
                List.of());
        List<Value> one = List.of(new Value.Whole(1));

        assertThat(asked(of(form, Map.of("a", one, "b", one, "c", one)))).isEmpty();
    }

    @Test
    void whatIsNestedUnderAQuestionIsAskedOnceThatHasAnAnswer() {
        var form = of(Samples.everything(), Map.of());
        assertThat(asked(form)).contains(":smoke").doesNotContain(":how-many");

        assertThat(asked(of(Samples.everything(), Map.of("smoke", List.of(new Value.Flag(true))))))
                .contains(":how-many");
    }

    @Test
    void aConditionInARepeatedGroupLooksAtItsOwnOccurrenceAndFromOutsideAtAny() {
        var group = new Item.Group(
                Item.Head.of("drug", "Drug"),
                Occurs.MANY,
                List.of(
                        question("name", WHOLE, Occurs.OPTIONAL),
                        when("dose", Enabling.when("name", Operator.EQUAL, new Value.Whole(1)))));
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(group, when("after", Enabling.when("dose", Operator.EXISTS, new Value.Flag(true)))),
                List.of());
        var said = Map.<String, List<Value>>of(
                "0:name", List.of(new Value.Whole(2)), "3:name", List.of(new Value.Whole(1)));

        assertThat(asked(of(form, said))).containsExactly("0:name", "3:name", "3:dose");
        var more = new HashMap<>(said);
        more.put("3:dose", List.of(new Value.Whole(7)));
        assertThat(asked(of(form, more))).containsExactly("0:name", "3:name", "3:dose", ":after");
        assertThat(of(form, more)
                        .entry(ItemPath.parse("3:drug").orElseThrow())
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(asked(of(form, Map.of()))).as("once before anything is said").containsExactly("0:name");
    }

    @Test
    void whatStandsThereFromTheBeginningIsAnAnswerUntilItIsTakenBack() {
        assertThat(of(Samples.everything(), Map.of())
                        .entry(ItemPath.of("name"))
                        .orElseThrow()
                        .answers())
                .containsExactly(new Value.Text("Ann"));
        assertThat(of(Samples.everything(), Map.of("name", List.of()))
                        .entry(ItemPath.of("name"))
                        .orElseThrow()
                        .answers())
                .isEmpty();
    }

    @Test
    void whatIsMissingOrWrongIsSaidInTheOrderOfTheQuestions() {
        var problems = of(
                        Samples.everything(),
                        Map.of(
                                "name", List.of(new Value.Text("A7")),
                                "height", List.of(new Value.Decimal(new BigDecimal("1.755"))),
                                "pains", List.of(coded("none"), coded("head"))))
                .problems();

        assertThat(problems)
                .extracting(one -> one.path() + " " + one.words())
                .containsExactly(
                        ":name Enter it like this: Given and family name",
                        ":smoke Choose an answer",
                        ":height Enter a number with at most 2 decimals",
                        ":pains One of your answers can only be chosen alone",
                        "0:drug-name Answer this question",
                        ":sign Type your name to sign");
    }

    @Test
    void aGroupThatIsNeededWantsOneAnswer() {
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(new Item.Group(
                        Item.Head.of("g", "G"),
                        Occurs.REQUIRED,
                        List.of(question("a", WHOLE, Occurs.OPTIONAL), question("b", WHOLE, Occurs.OPTIONAL)))),
                List.of());

        assertThat(of(form, Map.of()).problems())
                .extracting(Problem::words)
                .containsExactly("Answer at least one of these questions");
        assertThat(of(form, Map.of("b", List.of(new Value.Whole(1)))).problems())
                .isEmpty();
    }

    @Test
    void aGroupThatIsNeededMoreThanOnceSaysSoInItsLastOccurrence() {
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(new Item.Group(
                        Item.Head.of("contact", "Contact"),
                        new Occurs(2, 5),
                        List.of(question("name", AnswerKind.Words.LINE, Occurs.REQUIRED)))),
                List.of());
        List<Value> ann = List.of(new Value.Text("Ann"));

        assertThat(of(form, Map.of("0:name", ann)).problems())
                .extracting(one -> one.path() + " " + one.words())
                .containsExactly("0:name Fill in at least 2 of these. A button below them adds another");
        assertThat(of(form, Map.of("0:name", ann, "3:contact", List.of())).problems())
                .extracting(one -> one.path() + " " + one.words())
                .containsExactly("3:name Answer this question");
        assertThat(of(form, Map.of("0:name", ann, "3:name", ann)).problems()).isEmpty();
    }

    @Test
    void aBoundOfAMomentIsToldByTheClinicsClock() {
        var sydney = new Tenant(
                new TenantId("aaaabbbbcccc"),
                "sydney",
                "Sydney",
                TenantState.ACTIVE,
                "AU",
                ZoneId.of("Australia/Sydney"),
                Currency.getInstance("AUD"));
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(question(
                        "when",
                        new AnswerKind.Moment(OffsetDateTime.parse("2026-12-01T00:00:00Z"), null),
                        Occurs.OPTIONAL)),
                List.of());
        Value early = new Value.Moment(OffsetDateTime.parse("2026-12-01T10:59:00+11:00"));

        List<Problem> problems = CurrentTenant.call(
                sydney, () -> of(form, Map.of("when", List.of(early))).problems());

        assertThat(problems)
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("December 1, 2026, 11:00"));
    }

    @Test
    void aFormIsBlankUntilAQuestionIsAnsweredAndASignatureIsNoAnswer() {
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(
                        question("a", WHOLE, Occurs.OPTIONAL),
                        question("s", new AnswerKind.Signature(), Occurs.OPTIONAL)),
                List.of());
        List<Value> signed = List.of(Value.Signed.typed("Ann", Instant.EPOCH, "s"));

        assertThat(of(form, Map.of()).blank()).isTrue();
        assertThat(of(form, Map.of("s", signed)).blank()).isTrue();
        assertThat(of(form, Map.of("a", List.of(new Value.Whole(1)))).blank()).isFalse();
        var consent = new Questionnaire(
                "Q", null, null, List.of(question("s", new AnswerKind.Signature(), Occurs.REQUIRED)), List.of());
        assertThat(of(consent, Map.of("s", signed)).blank()).isFalse();
    }

    @Test
    void weightsOfWhatWasChosenAddUpAndFallIntoABand() {
        var form = new Questionnaire(
                "Q",
                null,
                null,
                List.of(
                        new Item.Group(
                                Item.Head.of("mood", "Mood"),
                                Occurs.OPTIONAL,
                                List.of(
                                        question("a", counting("no", "some", "much"), Occurs.OPTIONAL),
                                        question("b", counting("no", "some", "much"), Occurs.OPTIONAL))),
                        question("c", counting("no", "some", "much"), Occurs.OPTIONAL)),
                List.of(
                        new Total(
                                "Mood",
                                "mood",
                                List.of(
                                        new Total.Band(null, new BigDecimal("2"), "fine", false),
                                        new Total.Band(new BigDecimal("3"), null, "low", true))),
                        new Total("All", null, List.of())));
        var scores = of(
                        form,
                        Map.of("a", List.of(coded("much")), "b", List.of(coded("some")), "c", List.of(coded("much"))))
                .scores();

        assertThat(scores).extracting(Score::sum).containsExactly(new BigDecimal("3"), new BigDecimal("5"));
        assertThat(scores.getFirst().band()).isEqualTo(new Total.Band(new BigDecimal("3"), null, "low", true));
        Score nothing = of(form, Map.of()).scores().getFirst();
        assertThat(nothing.band()).as("nothing was said").isNull();
        assertThat(AnswerPaper.words(nothing)).as("and nothing is no nought").isEmpty();
        assertThat(AnswerPaper.words(scores.getFirst())).isEqualTo("3, low");
        assertThat(AnswerPaper.words(
                        of(form, Map.of("a", List.of(coded("no")))).scores().getFirst()))
                .isEqualTo("0, fine");
    }

    @Test
    void aLongFormTakesStepsInProportionToItsLength() {
        long small = chain(250).steps();
        long large = chain(2000).steps();

        assertThat(small).isLessThan(250 * 6);
        assertThat(large).isLessThan(small * 9);
    }

    /** Each question depends on the one after it, so that finding out about the first asks for all others. */
    private static FilledForm chain(int length) {
        var items = new ArrayList<Item>();
        var said = new HashMap<String, List<Value>>();
        for (int number = 1; number < length; number++) {
            items.add(when("q" + number, Enabling.when("q" + (number + 1), Operator.EXISTS, new Value.Flag(true))));
            said.put("q" + number, List.of(new Value.Whole(number)));
        }
        items.add(question("q" + length, WHOLE, Occurs.OPTIONAL));
        said.put("q" + length, List.of(new Value.Whole(length)));
        var form = of(new Questionnaire("Q", null, null, items, List.of()), said);
        assertThat(form.questions()).hasSize(length);
        return form;
    }

    @Test
    void aPatternThatCannotBeUsedKeepsNobodyFromAnswering() {
        assertThat(AnswerCheck.wrong(matching("(?:(?=)){2147483647}x"), List.of(new Value.Text("y"))))
                .isEmpty();
        assertThat(AnswerCheck.wrong(matching("[a-c]+"), List.of(new Value.Text("abd"))))
                .isPresent();
    }

    private static Item.Question matching(String regex) {
        return question("q", new AnswerKind.Words(false, null, null, regex, null), Occurs.OPTIONAL);
    }
}
