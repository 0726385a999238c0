package io.anteroom.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured of one thing, a figure each round.
 *
 * @param name the thing
 * @param unit of the figures, as {@code pages/s}
 * @param values in the order of the rounds
 */
public record Figures(String name, String unit, List<Double> values) {

    /**
     * @throws IllegalArgumentException if there is no figure, or one that is none
     */
    public Figures {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException("No figures of " + name + ": " + values);
        }
    }

    /** One figure for each round. */
    public static Figures of(String name, String unit, double... values) {
        return new Figures(name, unit, Arrays.stream(values).boxed().toList());
    }

    /** The middle one; between two, half-way. */
    public double median() {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /**
     * These through those, round by round where both have as many, since what disturbs one round disturbs both; else
     * through their median.
     */
    Figures over(Figures those) {
        boolean paired = values.size() == those.values.size();
        return new Figures(
                name + " / " + those.name,
                "",
                IntStream.range(0, values.size())
                        .mapToObj(round -> values.get(round) / (paired ? those.values.get(round) : those.median()))
                        .toList());
    }
}
