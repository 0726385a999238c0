package io.anteroom.tenancy.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final Line NORTH = new Line("north", false);
    private static final Line SOUTH = new Line("south", false);
    private static final Line WEST = new Line("west", false);
    private static final Line CODE = new Line("west", true);

    private final Lines lines = new Lines(2);

    private List<Line> whoseTurn() {
        return lines.turns().stream().map(Lines.Turn::line).toList();
    }

    @Test
    void urgentWorkGoesFirstAndTheRestInTheOrderItCame() {
        lines.addAll(List.of(NORTH, SOUTH, CODE, NORTH));
        assertThat(whoseTurn()).containsExactly(CODE, NORTH, SOUTH);
        assertThat(whoseTurn()).isEmpty();
    }

    @Test
    void whoeverHadATurnGoesBehindThoseWhoHadNone() {
        lines.addAll(List.of(NORTH, SOUTH, WEST));
        lines.taken(lines.turns(), List.of(NORTH), 1);
        assertThat(whoseTurn()).containsExactly(SOUTH, WEST, NORTH);
    }

    @Test
    void whoeverHasAsMuchUnderWayAsItMayIsPassedOverUntilAPieceEnds() {
        lines.addAll(List.of(NORTH, SOUTH));
        lines.taken(lines.turns(), List.of(NORTH, NORTH), 8);
        lines.add(NORTH);
        lines.add(SOUTH);
        assertThat(lines.turns()).containsExactly(new Lines.Turn(SOUTH, 2));

        lines.ended(NORTH);
        assertThat(lines.turns()).containsExactly(new Lines.Turn(NORTH, 1));
    }

    @Test
    void whoeverHasNothingIsForgottenUntilItHasAgain() {
        lines.addAll(List.of(NORTH, SOUTH));
        lines.taken(lines.turns(), List.of(SOUTH), 8);
        assertThat(whoseTurn()).isEmpty();
        lines.add(NORTH);
        assertThat(whoseTurn()).containsExactly(NORTH);
    }

    @Test
    void whatIsHeardOfALineDuringItsTurnIsNotLost() {
        lines.add(NORTH);
        List<Lines.Turn> turns = lines.turns();
        lines.add(NORTH);
        lines.taken(turns, List.of(), 8);
        assertThat(whoseTurn()).containsExactly(NORTH);
    }

    @Test
    void urgentWorkHasItsOwnShare() {
        lines.addAll(List.of(WEST, CODE));
        lines.taken(lines.turns(), List.of(WEST, WEST), 8);
        lines.add(CODE);
        assertThat(lines.turns()).containsExactly(new Lines.Turn(CODE, 2));
    }

    @Test
    void whatEndsOfALineThatNobodyTookIsNoHarm() {
        lines.ended(NORTH);
        assertThat(lines.turns()).containsExactly(new Lines.Turn(NORTH, 2));
    }
}
