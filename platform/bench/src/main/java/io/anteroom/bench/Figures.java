package io.anteroom.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one thing, a figure each round.
 *
 * @param name the thing
 * @param unit of the figures, as {@code pages/s}
 * @param values in the order of the rounds
 * @param whole what all rounds' answers give together, where that says more than the middle of the rounds, as a rare
 *     event does; else null
 */
public record Figures(
        String name,
        String unit,
        List<Double> values,
        @Nullable Double whole) {

    /**
     * @throws IllegalArgumentException if there is no figure, or one that is none
     */
    public Figures {
        values = List.copyOf(values);
        if (values.isEmpty()
                || values.stream().anyMatch(value -> !Double.isFinite(value))
                || (whole != null && !Double.isFinite(whole))) {
            throw new IllegalArgumentException("No figures of " + name + ": " + values);
        }
    }

    /** Where the middle of the rounds says all. */
    public Figures(String name, String unit, List<Double> values) {
        this(name, unit, values, null);
    }

    /** One figure for each round. */
    public static Figures of(String name, String unit, double... values) {
        return new Figures(name, unit, Arrays.stream(values).boxed().toList());
    }

    /** That of all rounds together, or the middle of the rounds' figures. */
    double value() {
        return whole == null ? median() : whole;
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
     * through their median. Where both have one of all rounds together, these are divided too.
     */
    Figures over(Figures those) {
        boolean paired = values.size() == those.values.size();
        return new Figures(
                name + " / " + those.name,
                "",
                IntStream.range(0, values.size())
                        .mapToObj(round -> values.get(round) / (paired ? those.values.get(round) : those.median()))
                        .toList(),
                whole == null || those.whole == null ? null : whole / those.whole);
    }
}
