package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How figures become rows; nothing is timed. */
class ReportTest {

    private static final Figures MANY = Figures.of("a page of 1,000", "pages/s", 80, 90, 85);
    private static final Figures ONE = Figures.of("of 1", "pages/s", 100, 100, 50);

    @Test
    void theMedianIsTheMiddleFigureOrHalfWayBetweenTwo() {
        assertThat(Figures.of("odd", "", 3, 1, 2).median()).isEqualTo(2);
        assertThat(Figures.of("even", "", 4, 1, 2, 3).median()).isEqualTo(2.5);
    }

    @Test
    void aRatioIsThatOfEachRoundAndItsSpreadFromTheLeastToTheMost() {
        Figures ratio = MANY.over(ONE);

        assertThat(ratio.values()).containsExactly(0.8, 0.9, 1.7);
        assertThat(ratio.median()).isEqualTo(0.9);
        assertThat(ratio.least()).isEqualTo(0.8);
        assertThat(ratio.most()).isEqualTo(1.7);
    }

    @Test
    void figuresOfUnequalRoundsAreDividedByTheOthersMedian() {
        assertThat(Figures.of("once", "ms", 50).over(ONE).median()).isEqualTo(0.5);
    }

    @Test
    void whatAllRoundsGiveTogetherStandsForTheMiddleOfThem() {
        Figures flooded = new Figures("p99 flooded", "ms", List.of(9.0, 2.0, 3.0), 5.0);
        Figures alone = new Figures("alone", "ms", List.of(3.0, 2.0, 2.0), 2.0);
        Row row = new Row(6, flooded, alone, Aim.atMost(1.2), "");

        assertThat(row.value()).isEqualTo(2.5);
        assertThat(row.isMet()).isFalse();
        assertThat(row.outcome().least()).isEqualTo(1);
        assertThat(row.outcome().most()).isEqualTo(3);
        assertThat(Table.of(List.of(row))).contains("2.50", "5 ms / 2 ms");
        JsonNode read = JsonMapper.shared()
                .readTree(Json.of(Map.of(), List.of(row)))
                .get("rows")
                .get(0);
        assertThat(read.get("measured").get("whole").asDouble()).isEqualTo(5);
        assertThat(read.get("outcome").get("whole").asDouble()).isEqualTo(2.5);
    }

    @Test
    void anAimSaysWhichSideIsGood() {
        assertThat(Aim.atLeast(0.85).isMetBy(0.86)).isTrue();
        assertThat(Aim.atLeast(0.85).isMetBy(0.84)).isFalse();
        assertThat(Aim.atMost(5).isMetBy(4)).isTrue();
        assertThat(Aim.atMost(5).isMetBy(5.1)).isFalse();
        assertThat(Aim.none().isMetBy(1e9)).isTrue();
    }

    @Test
    void whatIsNoFigureIsRefused() {
        assertThatThrownBy(() -> Figures.of("nothing", "ms")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Figures.of("by zero", "ms", 1 / 0.0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTableSaysWhatIsMetAndWhatIsShortByItem() {
        Report report = new Report(new Progress());
        report.figure(4, Figures.of("a spare schema taken", "ms", 4.26), Aim.atMost(5), "");
        report.ratio(1, MANY, ONE, Aim.atLeast(0.95), "uniformly at random");

        assertThat(Table.of(report.rows()).lines().map(String::strip))
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("item"),
                        line -> assertThat(line)
                                .matches("1 +a page of 1,000 / of 1 +0\\.90 +0\\.80 - 1\\.70 +>= 0\\.95 +SHORT"),
                        raw -> assertThat(raw).isEqualTo("85 pages/s / 100 pages/s"),
                        note -> assertThat(note).isEqualTo("uniformly at random"),
                        line -> assertThat(line)
                                .matches("4 +a spare schema taken, ms +4\\.26 +4\\.26 - 4\\.26 +<= 5 +met"));
    }

    @Test
    void theFileHoldsEveryRawFigure() {
        String json = Json.of(Map.of("cores", 2), List.of(new Row(1, MANY, ONE, Aim.atLeast(0.95), "a note")));

        JsonNode read = JsonMapper.shared().readTree(json);
        JsonNode row = read.get("rows").get(0);
        assertThat(read.get("cores").asInt()).isEqualTo(2);
        assertThat(row.get("measured").get("rounds").get(1).asDouble()).isEqualTo(90);
        assertThat(row.get("against").get("median").asDouble()).isEqualTo(100);
        assertThat(row.get("outcome").get("median").asDouble()).isCloseTo(0.9, within(1e-9));
        assertThat(row.get("aim").get("at_least").asDouble()).isEqualTo(0.95);
        assertThat(row.get("met").asBoolean()).isFalse();
        assertThat(row.get("note").asString()).isEqualTo("a note");
    }

    @Test
    void roundsTakeTurnsFromEitherEnd() throws Exception {
        List<String> order = new ArrayList<>();
        List<Figures> figures = Rounds.in("ms")
                .way("one", () -> order.add("one") ? order.size() : 0)
                .way("other", () -> order.add("other") ? order.size() : 0)
                .run(2);

        assertThat(order).containsExactly("one", "other", "other", "one");
        assertThat(figures.getFirst().values()).containsExactly(1.0, 4.0);
        assertThat(figures.getLast().name()).isEqualTo("other");
    }

    @Test
    void onlySomeItemsCanBeAskedFor() {
        assertThat(Options.items(" 4,5 ")).containsExactlyInAnyOrder(4, 5);
        assertThat(Options.items("")).isEmpty();
    }
}
