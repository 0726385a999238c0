package io.anteroom.bench.page;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Application;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Load;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Items 1, 2 and 7: pages a second with one clinic and with all, against the bare SQL of the page; and the memory that
 * serving all of them leaves behind.
 */
public final class PagePart implements Part {

    /** Enough that both cores are busy while some wait for PostgreSQL. */
    private static final int CLIENTS = 8;

    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(18);

    @Override
    public Set<Integer> items() {
        return Set.of(1, 2, 7);
    }

    @Override
    public String title() {
        return "1, 2, 7  The home page, its SQL and its memory";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        HomePage pages = new HomePage(house.clinics());
        try (Application portal = house.start("portal")) {
            load(house, portal, WARM_UP, pages.ofOne());
            Memory afterOne = Memory.of(portal, house);
            everyClinicOnEveryConnection(house, portal, pages);
            load(house, portal, WARM_UP.dividedBy(2), pages.uniformly());
            if (house.wants(1) || house.wants(2)) {
                throughput(house, report, portal, pages);
            }
            if (house.wants(7)) {
                memory(
                        report,
                        afterOne,
                        Memory.of(portal, house),
                        house.clinics().size());
            }
        }
    }

    /** A clinic has three connections in turn, and what it first asks of each has to be planned. */
    private static void everyClinicOnEveryConnection(House house, Application portal, HomePage pages)
            throws InterruptedException {
        Supplier<byte[]> inTurn = pages.inTurn();
        long asked = 0;
        while (asked < 6L * house.clinics().size()) {
            asked += Load.of(portal.port(), CLIENTS, Duration.ofMillis(500), inTurn)
                    .count();
        }
    }

    private static double load(House house, Application portal, Duration time, Supplier<byte[]> pages)
            throws InterruptedException {
        return Load.of(portal.port(), CLIENTS, house.size().time(time), pages).perSecond();
    }

    private static void throughput(House house, Report report, Application portal, HomePage pages) throws Exception {
        Duration round = house.size().time(ROUND);
        try (BareSql bare = BareSql.of(house, CLIENTS)) {
            bare.perSecond(round);
            List<Figures> figures = Rounds.in("pages/s")
                    .way("home page, 1 clinic", () -> load(house, portal, ROUND, pages.ofOne()))
                    .way(
                            house.clinics().size() + " clinics uniformly",
                            () -> load(house, portal, ROUND, pages.uniformly()))
                    .way(house.clinics().size() + " clinics by Zipf", () -> load(house, portal, ROUND, pages.byZipf()))
                    .way("its SQL over JDBC", () -> bare.perSecond(round))
                    .run(house.size().rounds());
            if (house.wants(1)) {
                report.ratio(1, figures.get(1), figures.getFirst(), Aim.atLeast(0.85), "warm, " + CLIENTS + " clients");
                report.ratio(1, figures.get(2), figures.getFirst(), Aim.atLeast(0.92), "the n-th clinic 1/n as often");
            }
            if (house.wants(2)) {
                report.ratio(
                        2,
                        figures.getFirst(),
                        figures.get(3),
                        Aim.atLeast(0.5),
                        "the same " + bare.statements() + " statements, without transactions around them");
            }
        }
    }

    private static void memory(Report report, Memory one, Memory all, int clinics) {
        report.ratio(
                7,
                Figures.of("heap after " + clinics + " clinics", "MB", all.heapMegabytes()),
                Figures.of("after 1", "MB", one.heapMegabytes()),
                Aim.none(),
                "what is alive after a collection");
        report.ratio(
                7,
                Figures.of("largest backend after " + clinics + " clinics", "MB", all.backendMegabytes()),
                Figures.of("after 1", "MB", one.backendMegabytes()),
                Aim.none(),
                "private memory, without shared buffers; " + all.backends() + " backends");
        report.figure(
                7,
                Figures.of("largest backend after " + clinics + " clinics", "MB", all.backendMegabytes()),
                Aim.atMost(150),
                "");
    }
}
