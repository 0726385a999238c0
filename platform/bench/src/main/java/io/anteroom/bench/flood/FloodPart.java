package io.anteroom.bench.flood;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Application;
import io.anteroom.bench.Clinic;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Load;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Rounds;
import io.anteroom.bench.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * Item 6: the 99th percentile of a clinic's home page, signed in, while another clinic is asked for ten times as much
 * as its door answers, and alone. Both are open loops: they ask by the clock, whatever the answers take. The same flood
 * of a program that does nothing but refuse tells how much of it is the flood's own share of the cores.
 */
public final class FloodPart implements Part {

    private static final int SUB_POOLS = 4;

    /** As they are usually; the other items are measured without bounds. */
    private static final String[] BOUNDS = {
        "anteroom.tenancy.sub-pools=" + SUB_POOLS,
        "anteroom.web.fairness.at-once=24",
        "anteroom.web.fairness.per-second=100",
        "anteroom.web.fairness.burst=200",
        "anteroom.web.fairness.at-once-per-host=500",
        "anteroom.web.fairness.strangers-per-second=50"
    };

    private static final int FLOOD = 1_000;

    /** As much as a clinic's door answers for long. */
    private static final int NEIGHBOUR = 100;

    private static final int CLIENTS = 8;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARMING = Duration.ofSeconds(8);

    /** Until what may come at once has come. */
    private static final Duration LEAD = Duration.ofMillis(500);

    @Override
    public Set<Integer> items() {
        return Set.of(6);
    }

    @Override
    public String title() {
        return "6  A flooded clinic's neighbours";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        Clinic flooded = house.clinics().getFirst();
        Clinic neighbour = neighbour(house, flooded);
        List<Double> served = new ArrayList<>();
        try (Application application = house.start("portal", BOUNDS);
                Wall wall = new Wall()) {
            var patients = new Patients(application.port(), neighbour, NEIGHBOUR);
            Duration time = house.size().time(ROUND);
            warm(house, application);
            var beside = new Answers(
                    "p99 of a page while another clinic of its sub-pool is flooded",
                    () -> flooding(application.port(), flooded, served, () -> patients.asked(time)));
            var besideWall = new Answers(
                    "p99 while as much is asked of a program that only refuses",
                    () -> flooding(wall.port(), flooded, new ArrayList<>(), () -> patients.asked(time)));
            var alone = new Answers("alone", () -> patients.asked(time));
            flooding(application.port(), flooded, new ArrayList<>(), () -> patients.asked(time));
            Rounds.in("ms")
                    .way("flooded", beside::round)
                    .way("alone", alone::round)
                    .way("wall", besideWall::round)
                    .run(house.size().rounds());
            report.ratio(6, beside.p99(), alone.p99(), Aim.atMost(1.2), note());
            report.ratio(6, besideWall.p99(), alone.p99(), Aim.none(), "what it costs to flood, on the same cores");
            report.figure(
                    6,
                    new Figures("the flooded clinic itself is answered", "pages/s", served),
                    Aim.none(),
                    "of " + FLOOD + " asked for a second; the others are refused");
        }
    }

    /** Has {@code work} done beside a flood, and notes how many pages a second the flooded one still gave. */
    private static Histogram flooding(int port, Clinic flooded, List<Double> served, Callable<Histogram> work)
            throws Exception {
        try (Flood flood = new Flood(port, home(flooded), FLOOD)) {
            Thread.sleep(LEAD);
            long before = flood.served();
            long began = System.nanoTime();
            Histogram answers = work.call();
            served.add((flood.served() - before) * 1e9 / (System.nanoTime() - began));
            return answers;
        }
    }

    /** Asks all clinics in turn, so that none comes to its bound. */
    private static void warm(House house, Application application) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Clinic> clinics = house.clinics();
        Load.bearing(application.port(), CLIENTS, house.size().time(WARMING), () -> {
            Clinic clinic = clinics.get(next.getAndIncrement() % clinics.size());
            return home(clinic);
        });
    }

    private static byte[] home(Clinic clinic) {
        return Wire.get(clinic.host(), "/", Clinic.SESSION_COOKIE + "=" + Clinic.token(1));
    }

    private static String note() {
        return FLOOD + " requests a second for the flooded clinic, " + NEIGHBOUR
                + " for the other; the percentile is of all" + " rounds' answers, least and most of single rounds";
    }

    /** As the application tells sub-pools apart. */
    private static int subPool(Clinic clinic) {
        return Math.floorMod(clinic.id().value().hashCode(), SUB_POOLS);
    }

    private static Clinic neighbour(House house, Clinic flooded) {
        return house.clinics().stream()
                .filter(other -> other.number() != flooded.number() && subPool(other) == subPool(flooded))
                .findFirst()
                .orElseThrow();
    }
}
