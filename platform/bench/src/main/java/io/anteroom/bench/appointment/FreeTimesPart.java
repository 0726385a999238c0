package io.anteroom.bench.appointment;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Item 10: the page on which a patient chooses a time, of a service that twenty practitioners do. It shows twelve days and how
 * much is free on each, so it works out more than the one day that is chosen. The same page of a clinic without a past tells
 * what two hundred thousand appointments cost.
 */
public final class FreeTimesPart implements Part {

    private static final int PAST = 200_000;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(6);

    @Override
    public Set<Integer> items() {
        return Set.of(10);
    }

    @Override
    public String title() {
        return "10  Free times";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        Clinic old = house.clinics().getFirst();
        Clinic fresh = house.clinics().get(1);
        practise(house, old, PAST);
        practise(house, fresh, 0);
        try (Application portal = house.start("portal")) {
            millis(house, portal, old, WARM_UP);
            millis(house, portal, fresh, WARM_UP);
            List<Figures> figures = Rounds.in("ms")
                    .way("free times after " + PAST + " appointments", () -> millis(house, portal, old, ROUND))
                    .way("after none", () -> millis(house, portal, fresh, ROUND))
                    .run(house.size().rounds());
            report.figure(
                    10,
                    figures.getFirst(),
                    Aim.atMost(30),
                    "the page's median, one patient; twelve days, 20 practitioners");
            report.ratio(10, figures.getFirst(), figures.get(1), Aim.atMost(1.1), "what the clinic's past costs");
        }
    }

    private static double millis(House house, Application portal, Clinic clinic, Duration time)
            throws InterruptedException {
        byte[] page = Wire.get(clinic.host(), "/appointments/new/1", Clinic.SESSION_COOKIE + "=" + Clinic.token(1));
        return Load.of(portal.port(), 1, house.size().time(time), () -> page).millis(0.5);
    }

    private static void practise(House house, Clinic clinic, int past) throws SQLException, IOException {
        try (Connection connection = house.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    practice().replace("{id}", clinic.id().value()).replace("{past}", Integer.toString(past)));
            statement.execute("vacuum (analyze) t_" + clinic.id().value() + ".appointment");
        }
    }

    private static String practice() throws IOException {
        try (InputStream file = Objects.requireNonNull(FreeTimesPart.class.getResourceAsStream("practice.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
