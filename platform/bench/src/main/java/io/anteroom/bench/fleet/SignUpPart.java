package io.anteroom.bench.fleet;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Application;
import io.anteroom.bench.Clinic;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Visitor;
import io.anteroom.bench.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Item 4, the sign-up: from the button that confirms it until the new clinic's host answers, the whole way a person goes,
 * with the real Keycloak.
 */
public final class SignUpPart implements Part {

    private static final int WARM_UP = 6;
    private static final int MEASURED = 10;
    private static final Pattern CONFIRMATION = Pattern.compile("/signup/confirm/[A-Za-z0-9_-]{43}");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final int NOBODY_HERE = 404;

    @Override
    public Set<Integer> items() {
        return Set.of(4);
    }

    @Override
    public String title() {
        return "4  From a confirmed sign-up to a live portal";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        house.awaitKeycloak();
        int spares = WARM_UP + MEASURED;
        try (Application application = house.start(
                "signup,worker,portal",
                "anteroom.control-plane.sign-up.least-fill-time=0s",
                "anteroom.migrations.spares=" + spares)) {
            awaitSpares(house, spares);
            List<Double> millis = new ArrayList<>();
            for (int i = 1; i <= WARM_UP + MEASURED; i++) {
                double took = signUp(house, application, i);
                if (i > WARM_UP) {
                    millis.add(took);
                }
            }
            report.figure(
                    4,
                    new Figures("confirmed sign-up to portal live", "ms", millis),
                    Aim.atMost(300),
                    "over HTTP, with a real Keycloak; signup, worker and portal in one process; by steps: "
                            + steps(house));
        } finally {
            house.endKeycloak();
        }
    }

    /** The worker builds them when it starts; a sign-up meanwhile would wait for the processor. */
    private static void awaitSpares(House house, int wanted) throws Exception {
        long began = System.nanoTime();
        while (spares(house) < wanted && System.nanoTime() - began < PATIENCE_NANOS) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static int spares(House house) throws Exception {
        try (var connection = house.database().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from control.tenant_schema where state = 'spare' and error is null")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The median of each step, from the worker's own record of it. */
    private static String steps(House house) throws Exception {
        try (var connection = house.database().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select string_agg(step || ' ' || round(millis) || ' ms', ', ' order by position)
                        from (select step, position, percentile_cont(0.5) within group (order by
                                     extract(epoch from ended_at - started_at) * 1000)::numeric as millis
                              from control.provisioning_step where state = 'done' group by step, position) median""")) {
            row.next();
            return row.getString(1);
        }
    }

    private static double signUp(House house, Application application, int number) throws Exception {
        String slug = "new-clinic-" + number;
        String email = "owner" + number + "@new-clinics.example";
        try (Wire wire = new Wire(application.port());
                Wire portal = new Wire(application.port())) {
            Visitor visitor = new Visitor(wire, Clinic.BASE_HOST);
            String form = visitor.get("/signup").text();
            visitor.post(
                    "/signup",
                    "page",
                    field(form, "page"),
                    "opened",
                    field(form, "opened"),
                    "organisationName",
                    "New Clinic " + number,
                    "slug",
                    slug,
                    "country",
                    "GB",
                    "ownerName",
                    "Olivia Owner",
                    "email",
                    email,
                    "terms",
                    "true");
            String link = link(house.mailbox().await(email, mail -> true).text());
            visitor.get(link);
            long began = System.nanoTime();
            visitor.post(link);
            awaitPortal(portal, slug, began);
            return (System.nanoTime() - began) / 1e6;
        }
    }

    private static void awaitPortal(Wire wire, String slug, long began) throws IOException, InterruptedException {
        byte[] question = Wire.get(slug + "." + Clinic.BASE_HOST, "/", "");
        while (wire.send(question).status() == NOBODY_HERE) {
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new IllegalStateException("The portal of " + slug + " did not come");
            }
            TimeUnit.MILLISECONDS.sleep(3);
        }
    }

    private static String field(String html, String name) {
        return found(Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\""), html, 1);
    }

    private static String link(String mail) {
        return found(CONFIRMATION, mail, 0);
    }

    private static String found(Pattern pattern, String text, int group) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return found.group(group);
    }
}
