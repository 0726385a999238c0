package io.anteroom.bench.fleet;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Application;
import io.anteroom.bench.Database;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Rounds;
import java.util.List;
import java.util.Set;

/** Item 8: how long a process of the role portal takes from its start until it says it is ready. */
public final class StartPart implements Part {

    /** A start takes seconds. */
    private static final int ROUNDS = 2;

    @Override
    public Set<Integer> items() {
        return Set.of(8);
    }

    @Override
    public String title() {
        return "8  Starting the application";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        try (Database one = house.database("anteroom_one", 1)) {
            seconds(house, one);
            List<Figures> figures = Rounds.in("s")
                    .way("start to ready with all clinics", () -> seconds(house, house.database()))
                    .way("with 1", () -> seconds(house, one))
                    .run(Math.min(ROUNDS, house.size().rounds()));
            report.ratio(
                    8,
                    figures.get(0),
                    figures.get(1),
                    Aim.atMost(1.02),
                    "the role portal as a process of its own, with a class-data archive");
        }
    }

    private static double seconds(House house, Database database) throws Exception {
        try (Application application = house.start(database, "portal")) {
            return application.start().toNanos() / 1e9;
        }
    }
}
