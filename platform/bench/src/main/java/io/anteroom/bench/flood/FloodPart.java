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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Item 6: the 99th percentile of a clinic's home page, signed in, while another clinic is asked for ten times as much
 * as its door answers, and alone. Both are open loops: they ask by the clock, whatever the answers take.
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

    /** Less than a clinic's door answers for long. */
    private static final int NEIGHBOUR = 80;

    private static final int CLIENTS = 8;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARMING = Duration.ofSeconds(8);

    /** Until what may come at once has come. */
    private static final Duration LEAD = Duration.ofSeconds(1);

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
        Clinic near = neighbour(house, flooded, true);
        Clinic far = neighbour(house, flooded, false);
        List<Double> served = new ArrayList<>();
        try (Application application = house.start("portal", BOUNDS)) {
            var round = new Round(application.port(), flooded, house.size().time(ROUND));
            warm(house, application);
            round.flooded(near, new ArrayList<>());
            round.flooded(far, new ArrayList<>());
            List<Figures> figures = Rounds.in("ms")
                    .way(
                            "p99 of a page while another clinic of its sub-pool is flooded",
                            () -> round.flooded(near, served))
                    .way("alone", () -> round.alone(near))
                    .way("p99 while one of another sub-pool is flooded", () -> round.flooded(far, served))
                    .way("alone", () -> round.alone(far))
                    .run(house.size().rounds());
            report.ratio(6, figures.get(0), figures.get(1), Aim.atMost(1.2), note());
            report.ratio(6, figures.get(2), figures.get(3), Aim.none(), note());
            report.figure(
                    6,
                    new Figures("the flooded clinic itself is answered", "pages/s", served),
                    Aim.none(),
                    "of " + FLOOD + " asked for a second; the others are refused");
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
        return FLOOD + " requests a second for the flooded clinic, " + NEIGHBOUR + " for the other";
    }

    /** As the application tells sub-pools apart. */
    private static int subPool(Clinic clinic) {
        return Math.floorMod(clinic.id().value().hashCode(), SUB_POOLS);
    }

    private static Clinic neighbour(House house, Clinic flooded, boolean same) {
        return house.clinics().stream()
                .filter(other -> other.number() != flooded.number())
                .filter(other -> (subPool(other) == subPool(flooded)) == same)
                .findFirst()
                .orElseThrow();
    }

    private record Round(int port, Clinic target, Duration time) {

        double alone(Clinic clinic) throws Exception {
            return new Patients(port, clinic, NEIGHBOUR).p99(time);
        }

        double flooded(Clinic clinic, List<Double> served) throws Exception {
            try (Flood flood = new Flood(port, home(target), FLOOD)) {
                Thread.sleep(LEAD);
                long before = flood.served();
                long began = System.nanoTime();
                double p99 = new Patients(port, clinic, NEIGHBOUR).p99(time);
                served.add((flood.served() - before) * 1e9 / (System.nanoTime() - began));
                return p99;
            }
        }
    }
}
