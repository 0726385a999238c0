package io.anteroom.bench.fleet;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Rounds;
import io.anteroom.migrations.TenantSchemas;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Item 4, the schema: one taken from the spares, and one built cold beside the bare DDL sent as one script. */
public final class SchemaPart implements Part {

    /** Of each kind, in each round; a round's figure is the median. */
    private static final int EACH = 3;

    private int made;

    @Override
    public Set<Integer> items() {
        return Set.of(4);
    }

    @Override
    public String title() {
        return "4  A schema for a new clinic";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        TenantSchemas schemas = new TenantSchemas(house.database().owner(), new SecureRandom());
        TenantFiles files = TenantFiles.read(house.database());
        Rounds rounds = Rounds.in("ms")
                .way("a spare schema taken", () -> taken(schemas))
                .way("a schema built cold", () -> each(() -> schemas.claim("cold " + ++made)))
                .way("its DDL sent as one script", () -> each(() -> script(house, files)));
        rounds.run(1);
        List<Figures> figures = rounds.run(house.size().rounds());
        report.figure(4, figures.get(0), Aim.atMost(5), "with all clinics there, over a pooled connection");
        report.ratio(
                4,
                figures.get(1),
                figures.get(2),
                Aim.atMost(1.3),
                "cold: role, schema, tables, Flyway's history, rights and the registry's row; the script: schema and tables");
    }

    /** Spares are built beforehand, which is what they are for. */
    private double taken(TenantSchemas schemas) throws Exception {
        schemas.refill(EACH);
        return each(() -> schemas.claim("spare " + ++made));
    }

    private void script(House house, TenantFiles files) throws Exception {
        try (Connection connection = house.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            String schema = "script_" + ++made;
            statement.execute("create schema " + schema + "; set local search_path = " + schema + ", extensions;\n"
                    + files.sql());
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double each(Work work) throws Exception {
        DoubleStream.Builder millis = DoubleStream.builder();
        for (int i = 0; i < EACH; i++) {
            long began = System.nanoTime();
            work.run();
            millis.add((System.nanoTime() - began) / 1e6);
        }
        return Figures.of("", "ms", millis.build().toArray()).median();
    }
}
