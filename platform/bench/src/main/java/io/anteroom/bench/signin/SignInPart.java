package io.anteroom.bench.signin;

import io.anteroom.bench.Aim;
import io.anteroom.bench.Application;
import io.anteroom.bench.Clinic;
import io.anteroom.bench.Figures;
import io.anteroom.bench.House;
import io.anteroom.bench.Part;
import io.anteroom.bench.Report;
import io.anteroom.bench.Visitor;
import io.anteroom.bench.Wire;
import io.anteroom.localservices.mailbox.ReceivedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Item 9: patients who sign in by code, the whole way: the page, the address typed, the code made by the worker and mailed
 * through SMTP, the code typed, the session. The processor time that it takes is what is counted.
 */
public final class SignInPart implements Part {

    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int ROUNDS = 4;
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    /** Each account signs in once: a second code within a minute is refused. */
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public Set<Integer> items() {
        return Set.of(9);
    }

    @Override
    public String title() {
        return "9  Signing in by code";
    }

    @Override
    public void measure(House house, Report report) throws Exception {
        try (Application portal = house.start("portal");
                Application worker = house.start("worker", "anteroom.migrations.spares=0")) {
            signIns(house, portal, house.size().time(WARM_UP));
            List<Double> ofApplication = new ArrayList<>();
            List<Double> ofAll = new ArrayList<>();
            List<Double> elapsed = new ArrayList<>();
            List<Double> portals = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                house.mailbox().clear();
                Duration portalBefore = portal.processorTime();
                Duration workerBefore = worker.processorTime();
                double postgresBefore = house.postgresSeconds();
                long began = System.nanoTime();
                int count = signIns(house, portal, house.size().time(ROUND));
                double seconds = (System.nanoTime() - began) / 1e9;
                double portalSeconds = seconds(portal.processorTime().minus(portalBefore));
                double workerSeconds = seconds(worker.processorTime().minus(workerBefore));
                double postgresSeconds = house.postgresSeconds() - postgresBefore;
                ofApplication.add(count / (portalSeconds + workerSeconds));
                ofAll.add(count / (portalSeconds + workerSeconds + postgresSeconds));
                elapsed.add(count / seconds);
                portals.add(portalSeconds / (portalSeconds + workerSeconds + postgresSeconds));
            }
            add(report, ofApplication, ofAll, elapsed, portals);
        }
    }

    private static void add(
            Report report, List<Double> ofApplication, List<Double> ofAll, List<Double> elapsed, List<Double> portals) {
        String unit = "a second of one core";
        report.figure(
                9,
                new Figures("sign-ins by code, portal and worker", unit, ofApplication),
                Aim.none(),
                "processor time of the two processes; everything but the mail server and the patients");
        report.figure(
                9,
                new Figures("sign-ins by code, portal, worker and PostgreSQL", unit, ofAll),
                Aim.none(),
                "of which the portal's process " + Math.round(100 * new Figures("", "", portals).median()) + " %");
        report.figure(
                9,
                new Figures("sign-ins by code, " + CLIENTS + " patients at once", "a second", elapsed),
                Aim.none(),
                "on this machine, with mail server and patients on the same cores");
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** How many signed in. */
    private int signIns(House house, Application portal, Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        int count = 0;
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> patients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                patients.add(threads.submit(() -> signInUntil(house, portal, until)));
            }
            for (Future<Integer> patient : patients) {
                count += patient.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A patient could not sign in", failed);
        }
        return count;
    }

    private int signInUntil(House house, Application portal, long until) throws Exception {
        int count = 0;
        try (Wire wire = new Wire(portal.port())) {
            for (int i = next.getAndIncrement(); System.nanoTime() < until; i = next.getAndIncrement()) {
                List<Clinic> clinics = house.clinics();
                signIn(house, wire, clinics.get(i % clinics.size()), 1 + i / clinics.size());
                count++;
            }
        }
        return count;
    }

    private static void signIn(House house, Wire wire, Clinic clinic, int account) throws Exception {
        if (account > Clinic.PATIENTS) {
            throw new IllegalStateException("There are no more patients to sign in");
        }
        Visitor patient = new Visitor(wire, clinic.host());
        patient.get("/sign-in");
        require(patient.post("/sign-in", "address", Clinic.email(account)), "/sign-in/code");
        patient.get("/sign-in/code");
        ReceivedMessage mail = house.mailbox().await(Clinic.email(account), sent -> isOf(clinic, sent));
        require(patient.post("/sign-in/code", "code", code(mail)), "/");
    }

    /** The same address is a patient of every clinic; the sender's name tells them apart. */
    private static boolean isOf(Clinic clinic, ReceivedMessage mail) {
        return mail.from().contains(clinic.slug());
    }

    private static String code(ReceivedMessage mail) {
        Matcher code = CODE.matcher(mail.text());
        if (!code.find()) {
            throw new IllegalStateException("No code in " + mail.text());
        }
        return code.group();
    }

    private static void require(Wire.Answer answer, String location) {
        if (answer.status() != 303 || !answer.header("location").endsWith(location)) {
            throw new IllegalStateException("Answered " + answer.status() + " " + answer.header("location"));
        }
    }
}
