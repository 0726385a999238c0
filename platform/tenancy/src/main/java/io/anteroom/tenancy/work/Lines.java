package io.anteroom.tenancy.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines that may have work due, in the order of their turns, and how much of each this worker is doing. Urgent lines
 * go first. Whoever had a turn goes to the end; a line with as much under way as it may have is passed over.
 *
 * <p>It knows of a line by a notice, by a look at the whole queue, and by work of it that has ended. A line that turns
 * out to be empty is forgotten. So what a turn costs does not grow with the number of tenants.
 */
final class Lines {

    /** Lines asked at once: a bound on the statement, not on the turns. */
    private static final int ASKED = 100;

    private final int most;
    private final SequencedSet<Line> urgent = new LinkedHashSet<>();
    private final SequencedSet<Line> usual = new LinkedHashSet<>();
    private final Map<Line, Integer> underWay = new HashMap<>();

    /**
     * @param most pieces of one line's work at once
     */
    Lines(int most) {
        this.most = most;
    }

    /**
     * A line whose turn it is.
     *
     * @param room pieces it may have taken, one or more
     */
    record Turn(Line line, int room) {}

    synchronized void add(Line line) {
        among(line).add(line);
    }

    synchronized void addAll(Collection<Line> lines) {
        lines.forEach(this::add);
    }

    /** Takes out those whose turn it is. What is heard of them from now on puts them back. */
    synchronized List<Turn> turns() {
        List<Turn> turns = Stream.concat(urgent.stream(), usual.stream())
                .map(line -> new Turn(line, most - underWay.getOrDefault(line, 0)))
                .filter(turn -> turn.room() > 0)
                .limit(ASKED)
                .toList();
        turns.forEach(turn -> among(turn.line()).remove(turn.line()));
        return turns;
    }

    /**
     * Notes what was taken in these turns. Whoever had none waits in front. Whoever gave all it may comes back when a piece
     * has ended; whoever gave less has no more.
     *
     * @param wanted how many pieces were asked for, in all; once they were found, later lines had no turn
     */
    synchronized void taken(List<Turn> turns, List<Line> taken, int wanted) {
        taken.forEach(line -> underWay.merge(line, 1, Integer::sum));
        if (taken.size() < wanted) {
            return;
        }
        int last = lastAmong(turns, Set.copyOf(taken));
        turns.subList(last + 1, turns.size())
                .reversed()
                .forEach(turn -> among(turn.line()).addFirst(turn.line()));
        turns.subList(last, last + 1).forEach(turn -> add(turn.line()));
    }

    private static int lastAmong(List<Turn> turns, Set<Line> taken) {
        int last = turns.size() - 1;
        while (last > 0 && !taken.contains(turns.get(last).line())) {
            last--;
        }
        return last;
    }

    /** A piece of its work has ended; it may have more. */
    synchronized void ended(Line line) {
        underWay.computeIfPresent(line, (_, pieces) -> pieces > 1 ? pieces - 1 : null);
        add(line);
    }

    private SequencedSet<Line> among(Line line) {
        return line.urgent() ? urgent : usual;
    }
}
