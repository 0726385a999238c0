package io.anteroom.bench.page;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Load;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Rounds;
import io.anteroom.localservices.postgres.PostgresWire;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Item 3: what changing the tenant costs a page, in round trips and in time where PostgreSQL stands half a millisecond away.
 * The same portal is run three times: as it is, with all SQL on one schema, and with Hibernate's own switching.
 */
public final class SwitchPart implements Part {

    private static final Duration DISTANCE = Duration.ofNanos(500_000);
    private static final Duration ROUND = Duration.ofMillis(1_500);
    private static final int WARMING_CLIENTS = 8;

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

    private static final Duration WARM_UP = Duration.ofSeconds(4);

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
        HomePage pages = new HomePage(house.clinics());
        URI database = URI.create(house.database().url().substring("jdbc:".length()));
        try (PostgresWire wire = new PostgresWire(database.getPort());
                Variant product =
                        Variant.product(house, wire.url(database.getPath().substring(1)));
                Variant fixed = Variant.fixed(house, wire.url(database.getPath().substring(1)));
                Variant stock = Variant.stock(house, wire.url(database.getPath().substring(1)))) {
            Measured ours = new Measured(house, wire, product, pages.inTurn());
            Measured without = new Measured(house, wire, fixed, pages.inTurn());
            Measured hibernates = new Measured(house, wire, stock, pages.inTurn());
            for (Measured one : List.of(ours, without, hibernates)) {
                one.warm();
            }
            double its = without.roundTrips();
            report.figure(
                    3,
                    Figures.of("a page with our switch takes more", "round trips", Math.rint(ours.roundTrips() - its)),
                    Aim.atMost(0),
                    "a page takes " + Math.rint(its) + ", with Hibernate's switching "
                            + Math.rint(hibernates.roundTrips()));
            wire.stretch(DISTANCE);
            List<Figures> times = Rounds.in("ms")
                    .way("page with our switch", ours::millis)
                    .way("without", without::millis)
                    .way("with Hibernate's", hibernates::millis)
                    .run(house.size().rounds());
            report.ratio(
                    3, times.get(1), times.getFirst(), Aim.atLeast(0.97), "0.5 ms a round trip, all clinics in turn");
            report.ratio(
                    3, times.getFirst(), times.get(2), Aim.atMost(0.5), "0.5 ms a round trip, all clinics in turn");
        }
    }

    /** One of the three. */
    private record Measured(House house, PostgresWire wire, Variant variant, Supplier<byte[]> pages) {

        /** Each clinic's queries are planned on each of its connections, and the classes compiled. */
        void warm() throws InterruptedException {
            long asked = 0;
            while (asked < 6L * house.clinics().size()) {
                asked += Load.of(variant.port(), WARMING_CLIENTS, house.size().time(WARM_UP), pages)
                        .count();
            }
        }

        /** The least of several times, of a page on average: what a pool does by itself only adds. */
        double roundTrips() throws InterruptedException {
            double least = Double.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                int before = wire.roundTrips();
                long asked = load(Duration.ofMillis(500)).count();
                least = Math.min(least, (wire.roundTrips() - before) / (double) asked);
            }
            return least;
        }

        double millis() throws InterruptedException {
            Load load = load(ROUND);
            return load.seconds() * 1_000 / load.count();
        }

        private Load load(Duration time) throws InterruptedException {
            return Load.of(variant.port(), 1, house.size().time(time), pages);
        }
    }
}
