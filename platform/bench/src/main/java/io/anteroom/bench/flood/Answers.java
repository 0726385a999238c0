package io.anteroom.bench.flood;

import io.anteroom.bench.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;

/**
 * How long the answers of one way took. A round has too few for a 99th percentile that stands still, so the rounds'
 * answers are put together; what each round gives by itself shows how much it wavers.
 */
final class Answers {

    private final String name;
    private final Callable<Histogram> way;
    private final List<Double> rounds = new ArrayList<>();
    private final Histogram all = Patients.micros();

    Answers(String name, Callable<Histogram> way) {
        this.name = name;
        this.way = way;
    }

    /** Asks for a round; its own 99th percentile, in ms. */
    double round() throws Exception {
        Histogram micros = way.call();
        all.add(micros);
        rounds.add(p99(micros));
        return p99(micros);
    }

    /** The 99th percentile of the answers of all rounds. */
    Figures p99() {
        return new Figures(name, "ms", rounds, p99(all));
    }

    private static double p99(Histogram micros) {
        return micros.getValueAtPercentile(99) / 1_000.0;
    }
}
