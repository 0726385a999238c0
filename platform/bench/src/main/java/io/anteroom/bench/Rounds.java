package io.anteroom.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measures several ways in turn, so that what disturbs the machine disturbs all alike. */
public final class Rounds {

    /** One way: gives one figure. */
    public interface Way {
        double measure() throws Exception;
    }

    private record Named(String name, Way way, List<Double> values) {}

    private final String unit;
    private final List<Named> ways = new ArrayList<>();

    private Rounds(String unit) {
        this.unit = unit;
    }

    /** Of figures in {@code unit}. */
    public static Rounds in(String unit) {
        return new Rounds(unit);
    }

    /** Adds a way. */
    public Rounds way(String name, Way way) {
        ways.add(new Named(name, way, new ArrayList<>()));
        return this;
    }

    /**
     * Measures each way once a round, in each second round from the last to the first.
     *
     * @return what came out, in the order in which the ways were added
     */
    public List<Figures> run(int rounds) throws Exception {
        List<Named> order = new ArrayList<>(ways);
        for (int round = 0; round < rounds; round++) {
            for (Named next : order) {
                next.values.add(next.way.measure());
            }
            Collections.reverse(order);
        }
        return ways.stream().map(way -> new Figures(way.name, unit, way.values)).toList();
    }
}
