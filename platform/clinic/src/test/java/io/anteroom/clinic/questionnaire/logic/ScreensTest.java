package io.anteroom.clinic.questionnaire.logic;

import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreensTest {

    private static List<Item> questions(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .<Item>mapToObj(number -> question(name + number, AnswerKind.Words.LINE, Occurs.OPTIONAL))
                .toList();
    }

    private static Item.Group group(String name, List<Item> items) {
        return new Item.Group(Item.Head.of(name, name), Occurs.OPTIONAL, items);
    }

    private static List<List<String>> divided(List<Item> items) {
        return Screens.of(new Questionnaire("Q", null, null, items, List.of())).all().stream()
                .map(screen -> screen.items().stream().map(Item::linkId).toList())
                .toList();
    }

    @Test
    void aGroupIsAScreenAndATextBeforeItStandsOnIt() {
        assertThat(divided(List.of(
                        new Item.Display(Item.Head.of("hello", "Hello")),
                        group("one", questions("a", 3)),
                        group("two", questions("b", 3)),
                        question("last", AnswerKind.Words.LINE, Occurs.OPTIONAL))))
                .containsExactly(List.of("hello", "one"), List.of("two"), List.of("last"));
    }

    @Test
    void whatIsTooMuchForAScreenIsDividedUnlessItRepeats() {
        var large = group("large", List.of(group("x", questions("x-", 3)), group("y", questions("y-", 7))));
        assertThat(divided(List.of(large))).containsExactly(List.of("x"), List.of("y"));

        assertThat(divided(questions("q", 20))).extracting(List::size).containsExactly(8, 8, 4);
        var repeated = new Item.Group(Item.Head.of("r", "r"), Occurs.MANY, questions("z", 20));
        assertThat(divided(List.of(repeated))).containsExactly(List.of("r"));
    }

    @Test
    void aScreenOnWhichNothingIsAskedIsLeftOutAndKeepsItsNumber() {
        var second = new Item.Group(
                Item.Head.of("g2", "g2").when(Enabling.when("a1", Enabling.Operator.EXISTS, new Value.Flag(true))),
                Occurs.OPTIONAL,
                questions("b", 2));
        var all = new Questionnaire(
                "Q",
                null,
                null,
                List.of(group("g1", questions("a", 2)), second, group("g3", questions("c", 2))),
                List.of());
        var screens = Screens.of(all);

        assertThat(screens.shown(FilledForm.of(all, Map.of())))
                .extracting(Screens.Screen::number)
                .containsExactly(1, 3);
        assertThat(screens.shown(FilledForm.of(all, Map.of(ItemPath.of("a1"), List.of(new Value.Text("x"))))))
                .extracting(Screens.Screen::number)
                .containsExactly(1, 2, 3);
        assertThat(screens.of("b2").orElseThrow().number()).isEqualTo(2);
    }
}
