package io.anteroom.bench.page;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Load;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Rounds;
import io.anteroom.bench.Wire;
import io.anteroom.localservices.postgres.PostgresWire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Item 3: what changing the tenant costs a page, in round trips and in time where PostgreSQL stands half a millisecond away.
 * The same portal is run three times: as it is, with all SQL on one schema, and with Hibernate's own switching.
 */
public final class SwitchPart implements Part {

    private static final Duration DISTANCE = Duration.ofNanos(500_000);
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int WARMING_CLIENTS = 8;

    /** Enough to change the tenant with nearly each page; what it costs to have many is item 1's to say. */
    private static final int CLINICS = 100;

    /** All three ways open the same pages in the same order. */
    private static final long SEED = 3;

    /**
     * That a session is used is noted once a minute, which is a write. On one schema the patients of all clinics would share
     * one session and its one write; so none of the three writes.
     */
    private static final String NOTED_ALREADY = """
            do $$
            declare
                clinic text;
            begin
                for clinic in select nspname from pg_namespace where nspname like 't\\_%' loop
                    execute format('update %I.portal_session set last_seen_at = now() + interval ''1 hour''', clinic);
                end loop;
            end $$""";

    @Override
    public Set<Integer> items() {
        return Set.of(3);
    }

    @Override
    public String title() {
        return "3  The change of tenant, near and far";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        house.database().execute(NOTED_ALREADY);
        HomePage pages = new HomePage(
                house.clinics().subList(0, Math.min(CLINICS, house.clinics().size())));
        URI database = URI.create(house.database().url().substring("jdbc:".length()));
        try (PostgresWire wire = new PostgresWire(database.getPort());
                Variant product =
                        Variant.product(house, wire.url(database.getPath().substring(1)));
                Variant fixed = Variant.fixed(house, wire.url(database.getPath().substring(1)));
                Variant stock = Variant.stock(house, wire.url(database.getPath().substring(1)))) {
            Measured ours = new Measured(house, wire, product, pages);
            Measured without = new Measured(house, wire, fixed, pages);
            Measured hibernates = new Measured(house, wire, stock, pages);
            for (Measured one : List.of(ours, without, hibernates)) {
                one.warm();
            }
            wire.stretch(DISTANCE);
            List<Figures> times = Rounds.in("ms")
                    .way("page with our switch", ours::millis)
                    .way("without", without::millis)
                    .way("with Hibernate's", hibernates::millis)
                    .run(house.size().rounds());
            report.figure(
                    3,
                    Figures.of(
                            "a page with our switch takes more",
                            "round trips",
                            toTenths(ours.roundTrips() - without.roundTrips())),
                    Aim.atMost(0),
                    "in the timed rounds; a page takes " + toTenths(without.roundTrips())
                            + ", with Hibernate's switching " + toTenths(hibernates.roundTrips()));
            String how = "0.5 ms a round trip, any of " + pages.clinics() + " clinics";
            report.ratio(3, times.get(1), times.getFirst(), Aim.atLeast(0.97), how);
            report.ratio(3, times.getFirst(), times.get(2), Aim.atMost(0.5), how);
        }
    }

    /** Pools ask each connection that has rested whether it is alive, and so a few pages of a round take one more. */
    private static double toTenths(double roundTrips) {
        return Math.rint(roundTrips * 10) / 10;
    }

    /** One of the three. */
    private static final class Measured {

        private final House house;
        private final PostgresWire wire;
        private final Variant variant;
        private final HomePage pages;
        private final Supplier<byte[]> drawn;
        private final List<Double> roundTrips = new ArrayList<>();

        Measured(House house, PostgresWire wire, Variant variant, HomePage pages) {
            this.house = house;
            this.wire = wire;
            this.variant = variant;
            this.pages = pages;
            this.drawn = pages.uniformly(SEED);
        }

        /** Classes are compiled; each clinic's queries are planned on its connections, last on those that one client gets. */
        void warm() throws InterruptedException, IOException {
            Supplier<byte[]> inTurn = pages.inTurn();
            long asked = 0;
            while (asked < 3L * pages.clinics()) {
                asked += Load.of(variant.port(), WARMING_CLIENTS, house.size().time(WARM_UP), inTurn)
                        .count();
            }
            ask(2 * pages.clinics(), inTurn);
        }

        /** Of a page of this round, one opened after another; how many there are is the same for each way. */
        double millis() throws IOException {
            int count = 4 * pages.clinics();
            int before = wire.roundTrips();
            double millis = ask(count, drawn);
            roundTrips.add((wire.roundTrips() - before) / (double) count);
            return millis;
        }

        /** Of a page in the rounds so far, the median. */
        double roundTrips() {
            return new Figures("a page", "round trips", roundTrips).median();
        }

        private double ask(int count, Supplier<byte[]> requests) throws IOException {
            long began = System.nanoTime();
            try (Wire client = new Wire(variant.port())) {
                for (int i = 0; i < count; i++) {
                    if (client.send(requests.get()).status() != 200) {
                        throw new IllegalStateException("A home page was refused");
                    }
                }
            }
            return (System.nanoTime() - began) / 1e6 / count;
        }
    }
}
