package io.anteroom.clinic.questionnaire.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Questionnaires for tests. */
public final class Samples {

    private Samples() {}

    /** One that uses all that the model has. */
    public static Questionnaire everything() {
        return new Questionnaire(
                "Everything",
                "All kinds of questions",
                "en",
                List.of(
                        new Item.Display(Item.Head.of("hello", "Good to have you here")),
                        new Item.Group(Item.Head.of("you", "About you"), Occurs.OPTIONAL, words()),
                        new Item.Group(Item.Head.of("numbers", "Numbers and days"), Occurs.OPTIONAL, numbers()),
                        new Item.Group(Item.Head.of("choices", "Choices"), Occurs.REQUIRED, choices()),
                        new Item.Group(
                                Item.Head.of("drug", "Medicines"),
                                new Occurs(0, 5),
                                List.of(
                                        question(
                                                "drug-name",
                                                new AnswerKind.Words(false, null, 80, null, null),
                                                Occurs.REQUIRED),
                                        question(
                                                "drug-dose",
                                                new AnswerKind.Amount(
                                                        List.of(
                                                                new AnswerKind.Unit(
                                                                        "http://unitsofmeasure.org", "mg", "mg"),
                                                                new AnswerKind.Unit(null, null, "drops")),
                                                        BigDecimal.ZERO,
                                                        new BigDecimal("5000"),
                                                        1),
                                                Occurs.OPTIONAL))),
                        question(
                                "files",
                                new AnswerKind.Attachment(2L * 1024 * 1024, Set.of("image/*", "application/pdf")),
                                Occurs.MANY),
                        question("sign", new AnswerKind.Signature(), Occurs.REQUIRED)),
                List.of(new Total(
                        "Mood",
                        "choices",
                        List.of(
                                new Total.Band(null, new BigDecimal("2"), "fine", false),
                                new Total.Band(new BigDecimal("3"), null, "low", true)))));
    }

    /** A question whose text is its link id. */
    public static Item.Question question(String linkId, AnswerKind kind, Occurs occurs) {
        return new Item.Question(Item.Head.of(linkId, linkId), kind, occurs, List.of(), List.of());
    }

    /** A choice that counts, from 0 on. */
    public static AnswerKind.Choice counting(String... options) {
        return new AnswerKind.Choice(
                IntStream.range(0, options.length)
                        .mapToObj(index -> Option.of(coded(options[index]), index))
                        .toList(),
                false,
                AnswerKind.Choice.Shown.RADIO);
    }

    /** A coding whose code is what it displays. */
    public static Value.Coded coded(String code) {
        return new Value.Coded("urn:test", code, code);
    }

    private static List<Item> words() {
        return List.of(
                new Item.Question(
                        new Item.Head("name", "1", "Your name", "As on your card", null),
                        new AnswerKind.Words(false, 2, 40, "[^0-9]*", "Given and family name"),
                        Occurs.REQUIRED,
                        List.of(new Value.Text("Ann")),
                        List.of()),
                question("story", AnswerKind.Words.LINES, Occurs.OPTIONAL),
                question("nicknames", AnswerKind.Words.LINE, Occurs.MANY),
                question("site", new AnswerKind.Link(), Occurs.OPTIONAL),
                new Item.Question(
                        Item.Head.of("smoke", "Do you smoke?"),
                        new AnswerKind.YesNo(),
                        Occurs.REQUIRED,
                        List.of(),
                        List.of(question("how-many", new AnswerKind.Whole(1, 200), Occurs.OPTIONAL))));
    }

    private static List<Item> numbers() {
        return List.of(
                question("children", new AnswerKind.Whole(0, null), Occurs.OPTIONAL),
                question(
                        "height",
                        new AnswerKind.Decimal(new BigDecimal("0.3"), new BigDecimal("2.5"), 2),
                        Occurs.OPTIONAL),
                question(
                        "since",
                        new AnswerKind.Day(LocalDate.of(1900, 1, 1), LocalDate.of(2100, 1, 1)),
                        Occurs.OPTIONAL),
                question(
                        "fell",
                        new AnswerKind.Moment(OffsetDateTime.parse("2000-01-01T00:00:00Z"), null),
                        Occurs.OPTIONAL),
                question("wakes", new AnswerKind.Clock(LocalTime.of(4, 0), LocalTime.of(12, 0)), Occurs.OPTIONAL),
                new Item.Question(
                        Item.Head.of("pregnant", "Weeks")
                                .when(new Enabling(
                                        true,
                                        List.of(
                                                new Enabling.Condition(
                                                        "smoke", Enabling.Operator.EXISTS, new Value.Flag(false)),
                                                new Enabling.Condition(
                                                        "children", Enabling.Operator.AT_LEAST, new Value.Whole(1)),
                                                new Enabling.Condition(
                                                        "height",
                                                        Enabling.Operator.LESS,
                                                        new Value.Decimal(new BigDecimal("1.5"))),
                                                new Enabling.Condition(
                                                        "since",
                                                        Enabling.Operator.MORE,
                                                        new Value.Day(LocalDate.of(2020, 1, 1)))))),
                        new AnswerKind.Whole(null, null),
                        Occurs.OPTIONAL,
                        List.of(new Value.Whole(3)),
                        List.of()));
    }

    private static List<Item> choices() {
        return List.of(
                question("sleep", counting("never", "sometimes", "often"), Occurs.OPTIONAL),
                question(
                        "pains",
                        new AnswerKind.Choice(
                                List.of(
                                        Option.of(coded("head")),
                                        Option.of(coded("back")),
                                        new Option(coded("none"), null, true, false)),
                                true,
                                AnswerKind.Choice.Shown.RADIO),
                        Occurs.MANY),
                new Item.Question(
                        Item.Head.of("country", "Country"),
                        new AnswerKind.Choice(
                                List.of(
                                        new Option(new Value.Text("Germany"), null, false, true),
                                        Option.of(new Value.Text("France"))),
                                false,
                                AnswerKind.Choice.Shown.LIST),
                        Occurs.OPTIONAL,
                        List.of(new Value.Text("Germany")),
                        List.of()));
    }
}
