package io.anteroom.clinic.questionnaire.logic;

import static io.anteroom.clinic.questionnaire.definition.Samples.coded;
import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static TypedAnswer read(AnswerKind kind, Occurs occurs, Map<String, List<String>> typed) {
        return TypedAnswer.read(
                new Item.Question(Item.Head.of("q", "I agree"), kind, occurs, List.of(), List.of()),
                part -> typed.getOrDefault(part, List.of()),
                ZoneId.of("Europe/Berlin"),
                NOW);
    }

    private static TypedAnswer read(AnswerKind kind, String typed) {
        return read(kind, Occurs.OPTIONAL, Map.of("", List.of(typed)));
    }

    @Test
    void numbersAreReadWithCommaOrPoint() {
        var decimal = new AnswerKind.Decimal(null, null, null);

        assertThat(read(decimal, " 1,50 ").values()).containsExactly(new Value.Decimal(new BigDecimal("1.5")));
        assertThat(read(decimal, "−2.5").values()).containsExactly(new Value.Decimal(new BigDecimal("-2.5")));
        assertThat(read(decimal, "two").wrong()).isEqualTo("Enter a number, like 2.5");
        assertThat(read(new AnswerKind.Whole(0, 10), "3").values()).containsExactly(new Value.Whole(3));
        assertThat(read(new AnswerKind.Whole(0, 10), "3.5").wrong()).isEqualTo("Enter a whole number, like 4");
        assertThat(read(new AnswerKind.Whole(0, null), "99999999999").wrong()).isEqualTo("This number is too large");
    }

    @Test
    void aSignBetweenThousandsIsNoDecimalSign() {
        var whole = new AnswerKind.Whole(null, null);
        for (String typed :
                List.of("10,000", "10.000", "10 000", "10\u00a0000", "10\u202f000", "10\u2019000", "10,000.0")) {
            assertThat(read(whole, typed).values()).as(typed).containsExactly(new Value.Whole(10_000));
        }
        assertThat(read(whole, "1.234.567").values()).containsExactly(new Value.Whole(1_234_567));
        assertThat(read(whole, "0.500").wrong()).isEqualTo("Enter a whole number, like 4");
        assertThat(read(whole, "1 0").wrong()).isEqualTo("Enter a whole number, like 4");
        assertThat(read(whole, "\u0661\u0662").values()).containsExactly(new Value.Whole(12));
        assertThat(read(whole, "\u0661\u0662\u066c\u0663\u0664\u0665").values())
                .containsExactly(new Value.Whole(12_345));
    }

    @Test
    void whatCouldBeThousandsOrAFractionIsAsked() {
        var decimal = new AnswerKind.Decimal(null, null, null);

        assertThat(read(decimal, "1,500").values()).isEmpty();
        assertThat(read(decimal, "1,500").wrong()).isEqualTo("Do you mean 1500 or 1.5? Enter the number like that");
        assertThat(read(decimal, "1.500").values()).containsExactly(new Value.Decimal(new BigDecimal("1.5")));
        assertThat(read(decimal, "0,125").values()).containsExactly(new Value.Decimal(new BigDecimal("0.125")));
        assertThat(read(decimal, "1.234,5").values()).containsExactly(new Value.Decimal(new BigDecimal("1234.5")));
        assertThat(read(decimal, "1,234.5").values()).containsExactly(new Value.Decimal(new BigDecimal("1234.5")));
        assertThat(read(decimal, "\u0661\u066b\u0665").values())
                .containsExactly(new Value.Decimal(new BigDecimal("1.5")));
        assertThat(read(decimal, "1e30000000").wrong()).isEqualTo("Enter a number, like 2.5");

        TypedAnswer german = Words.speaking(() -> Words.in(Language.GERMAN), () -> read(decimal, "1,500"));
        assertThat(german.values()).containsExactly(new Value.Decimal(new BigDecimal("1.5")));
        TypedAnswer asked = Words.speaking(() -> Words.in(Language.GERMAN), () -> read(decimal, "1.234"));
        assertThat(asked.wrong()).contains("1234", "1,234").doesNotContain("1.234");
    }

    @Test
    void boundsAreToldWithAllTheirDigitsAndWithoutSignsBetweenThousands() {
        var decimal = new AnswerKind.Decimal(new BigDecimal("0.0005"), new BigDecimal("12000.5"), null);

        assertThat(read(decimal, "0").wrong()).isEqualTo("Enter a number from 0.0005 to 12000.5");
        assertThat(Words.speaking(() -> Words.in(Language.GERMAN), () -> read(decimal, "0"))
                        .wrong())
                .contains("0,0005", "12000,5");
        assertThat(read(new AnswerKind.Whole(null, 12_000), "12001").wrong()).isEqualTo("Enter 12000 or less");
    }

    @Test
    void whatIsOutOfBoundsIsKeptAndSaidToBeWrong() {
        var answer = read(new AnswerKind.Whole(0, 10), "11");

        assertThat(answer.values()).containsExactly(new Value.Whole(11));
        assertThat(answer.wrong()).isEqualTo("Enter a number from 0 to 10");
    }

    @Test
    void daysTimesAndMomentsAreOfTheClinicsClock() {
        assertThat(read(new AnswerKind.Day(null, null), "2026-02-28").values())
                .containsExactly(new Value.Day(LocalDate.of(2026, 2, 28)));
        assertThat(read(new AnswerKind.Day(null, null), "2026-02-30").wrong()).isEqualTo("Enter a date");
        assertThat(read(new AnswerKind.Clock(null, null), "7:05").values())
                .containsExactly(new Value.Clock(LocalTime.of(7, 5)));
        assertThat(read(
                                new AnswerKind.Moment(null, null),
                                Occurs.OPTIONAL,
                                Map.of("", List.of("2026-07-01"), "time", List.of("09:30")))
                        .values())
                .containsExactly(new Value.Moment(OffsetDateTime.parse("2026-07-01T09:30:00+02:00")));
        assertThat(read(new AnswerKind.Moment(null, null), "2026-07-01").wrong())
                .isEqualTo("Enter a time, like 14:30");
    }

    @Test
    void optionsAreChosenByTheirPlaceAndOthersSaidInWords() {
        var choice = new AnswerKind.Choice(
                List.of(Option.of(coded("a")), Option.of(coded("b"))), true, AnswerKind.Choice.Shown.RADIO);

        assertThat(read(choice, "1").values()).containsExactly(coded("b"));
        assertThat(read(choice, "7").wrong()).isEqualTo("Choose one of the answers");
        assertThat(read(choice, "").values()).isEmpty();
        assertThat(read(choice, Occurs.MANY, Map.of("", List.of("0", "other"), "other", List.of(" tea ")))
                        .values())
                .containsExactly(coded("a"), new Value.Text("tea"));
        assertThat(read(choice, "other").wrong()).isEqualTo("Say what you mean by another answer");
    }

    @Test
    void amountsTakeTheUnitThatWasChosen() {
        var amount = new AnswerKind.Amount(
                List.of(new AnswerKind.Unit("u", "kg", "kilograms"), new AnswerKind.Unit("u", "lb", "pounds")),
                null,
                null,
                null);

        assertThat(read(amount, Occurs.OPTIONAL, Map.of("", List.of("70"), "unit", List.of("1")))
                        .values())
                .containsExactly(new Value.Amount(new BigDecimal("70"), "pounds", "u", "lb"));
        assertThat(read(amount, "70").values()).as("never guessed").isEmpty();
        assertThat(read(amount, "70").wrong()).isEqualTo("Choose a unit");
    }

    @Test
    void eachOfSeveralAmountsAndMomentsHasItsOwnUnitAndTime() {
        var amount = new AnswerKind.Amount(
                List.of(new AnswerKind.Unit("u", "kg", "kilograms"), new AnswerKind.Unit("u", "lb", "pounds")),
                null,
                null,
                null);

        assertThat(read(
                                amount,
                                Occurs.MANY,
                                Map.of("", List.of("70", "", "150", ""), "unit", List.of("0", "0", "1", "0")))
                        .values())
                .containsExactly(
                        new Value.Amount(new BigDecimal("70"), "kilograms", "u", "kg"),
                        new Value.Amount(new BigDecimal("150"), "pounds", "u", "lb"));
        assertThat(read(
                                new AnswerKind.Moment(null, null),
                                Occurs.MANY,
                                Map.of("", List.of("2026-07-01", "2026-12-01"), "time", List.of("09:30", "10:00")))
                        .values())
                .containsExactly(
                        new Value.Moment(OffsetDateTime.parse("2026-07-01T09:30:00+02:00")),
                        new Value.Moment(OffsetDateTime.parse("2026-12-01T10:00:00+01:00")));
    }

    @Test
    void theSameNumberTwiceIsTwoAnswersAndTheSameOptionTwiceIsOne() {
        assertThat(read(new AnswerKind.Whole(null, null), new Occurs(3, 3), Map.of("", List.of("120", "120", "118")))
                        .values())
                .containsExactly(new Value.Whole(120), new Value.Whole(120), new Value.Whole(118));
        var choice = new AnswerKind.Choice(List.of(Option.of(coded("a"))), false, AnswerKind.Choice.Shown.RADIO);
        assertThat(read(choice, Occurs.MANY, Map.of("", List.of("0", "0"))).values())
                .containsExactly(coded("a"));
    }

    @Test
    void linksSignaturesAndWordsAreRead() {
        assertThat(read(new AnswerKind.Link(), "www.example.org/a").values())
                .containsExactly(new Value.Link("https://www.example.org/a"));
        assertThat(read(new AnswerKind.Link(), "javascript:alert(1)").values()).isEmpty();
        assertThat(read(new AnswerKind.Signature(), "Ann B").values())
                .containsExactly(Value.Signed.typed("Ann B", NOW, "I agree"));
        assertThat(read(new AnswerKind.Words(true, null, 3, null, null), "a\r\nbc")
                        .wrong())
                .isEqualTo("Enter at most 3 characters");
        assertThat(read(AnswerKind.Words.LINE, Occurs.MANY, Map.of("", List.of("a", " ", "b")))
                        .values())
                .containsExactly(new Value.Text("a"), new Value.Text("b"));
        assertThat(question("x", AnswerKind.Words.LINE, Occurs.MANY).occurs().repeats())
                .isTrue();
    }

    @Test
    void pathsAreReadAsTheyWereWrittenWhateverTheLinkIdIs() {
        for (var path : List.of(
                ItemPath.of("a"), ItemPath.of("/44250-9"), ItemPath.of("1.2:x"), new ItemPath(List.of(0, 12), "1.1"))) {
            assertThat(ItemPath.parse(path.toString())).contains(path);
        }
        assertThat(ItemPath.parse("x")).isEmpty();
        assertThat(ItemPath.parse("99999:x")).isEmpty();
    }

    @Test
    void noMoreIsTakenThanSaysThatItIsTooMuch() {
        var many = read(
                AnswerKind.Words.LINE,
                new Occurs(0, 3),
                Map.of("", List.of("a", "b", "c", "d", "e", "\uD83D\uDE00".repeat(5000))));
        assertThat(many.values()).hasSize(4);
        assertThat(many.wrong()).isEqualTo("Give at most 3 answers");

        var large = read(AnswerKind.Words.LINE, "\uD83D\uDE00".repeat(5000));
        assertThat(large.values()).containsExactly(new Value.Text("\uD83D\uDE00".repeat(501)));
        assertThat(large.wrong()).isEqualTo("Enter at most 500 characters");

        var choice = new AnswerKind.Choice(List.of(Option.of(coded("a"))), true, AnswerKind.Choice.Shown.RADIO);
        assertThat(read(
                                choice,
                                new Occurs(0, 2),
                                Map.of("", List.of("0", "other", "7", "0"), "other", List.of("x".repeat(5000))))
                        .values())
                .containsExactly(coded("a"), new Value.Text("x".repeat(501)));
    }
}
