package io.anteroom.demo;

import io.anteroom.localservices.keycloak.KeycloakOptions;
import io.anteroom.localservices.keycloak.KeycloakProcess;
import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.localservices.postgres.PostgresOutage;
import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.stripeemulator.control.Control;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The demo as {@code ./mvnw -Pdemo} starts it, with its two clinics, on free ports and begun with nothing, once for all
 * tests of this JVM. It keeps its log and data under {@code target/demo-1}, or the number of the process that tests. Its
 * clock, its mail server, PostgreSQL and Keycloak can be disturbed; a test that does so puts them back.
 */
public final class RunningDemo {

    private static final class Shared {
        private static final RunningDemo INSTANCE = new RunningDemo();
    }

    private static final Path DIRECTORY =
            Path.of("target", System.getProperty("anteroom.demo", "demo")).toAbsolutePath();

    private final DemoOptions options = onFreePorts();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final MovableClock clock = new MovableClock();
    private final DemoDirectory directory;
    private final LocalServices services;
    private final MailLine mailLine;
    private final DemoPeople people;
    private final Map<String, Object> settings;
    private final ConfigurableApplicationContext application;
    private KeycloakProcess keycloak;

    private RunningDemo() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-demo"));
        LoggingSystem.get(RunningDemo.class.getClassLoader()).beforeInitialize();
        try {
            var progress = new Progress();
            directory = DemoDirectory.open(options);
            var secrets = new Secrets(directory.resolve("secrets.properties"));
            services = keep(LocalServices.start(directory, options, secrets, progress));
            keycloak = services.keycloak();
            mailLine = keep(new MailLine(services.mailbox().smtpPort()));
            ApplicationSettings.tellKeycloak(options, services);
            var database = Database.prepare(services.postgres(), secrets, progress);
            settings = ApplicationSettings.of(options, services, database, secrets, directory.resolve("anteroom.log"));
            settings.put("anteroom.control-plane.sign-up.least-fill-time", "0s"); // tests type faster than people
            settings.put("anteroom.messaging.smtp.port", mailLine.port());
            settings.put("anteroom.access.asks-per-network", 300); // all stories come from one address
            impatience(settings);
            application = keep(Application.start(settings, services.mailbox(), clock::takeOver));
            people = Seeds.plant(application, services, secrets, progress);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("The demo does not start; see " + DIRECTORY + "/anteroom.log", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Shorter waits than people are given, so that tests of what fails need not wait long. */
    private static void impatience(Map<String, Object> settings) {
        settings.put("anteroom.messaging.smtp.timeout", "2s");
        settings.put("anteroom.payments.read-timeout", "2s");
        settings.put("anteroom.work.heartbeat-interval", "1s");
        settings.put("anteroom.work.polling-interval", "1s");
    }

    /** The demo all tests share. */
    public static RunningDemo shared() {
        return Shared.INSTANCE;
    }

    /** An address on the base host, or on the one of this prefix, as {@code app.}. */
    public String address(String prefix, String path) {
        return options.address(prefix) + path;
    }

    /** Where the application answers. */
    public int port() {
        return options.port();
    }

    /** Where health and metrics are answered. */
    public int managementPort() {
        return options.managementPort();
    }

    /** Where a process beside it is to keep its log. */
    public Path logOf(String process) {
        return DIRECTORY.resolve(process + ".log");
    }

    /** Where all its messages land. */
    public Mailbox mailbox() {
        return services.mailbox();
    }

    /** What stands between the application and the mailbox's mail server. */
    public MailLine mailLine() {
        return mailLine;
    }

    /** What the application takes for the time. */
    public MovableClock clock() {
        return clock;
    }

    /** What Stripe's look-alike may be made to do. */
    public Control stripe() {
        return services.stripe().control();
    }

    /** The server of its database. */
    public PostgresServer postgres() {
        return services.postgres();
    }

    /** The way to kill that server and bring it back. */
    public PostgresOutage postgresOutage() {
        return new PostgresOutage(directory.resolve("postgresql"));
    }

    /** Keycloak, as it runs now. */
    public synchronized KeycloakProcess keycloak() {
        return keycloak;
    }

    /** Ends Keycloak. */
    public synchronized void stopKeycloak() {
        keycloak.close();
    }

    /** Starts Keycloak again where it stood, with what it knew, unless it runs. */
    public synchronized void startKeycloak() throws IOException, InterruptedException {
        if (!keycloak.isAlive()) {
            keycloak = keep(KeycloakProcess.start(
                    new KeycloakOptions(directory.resolve("keycloak"), options.keycloakPort(), step -> {})));
        }
    }

    /** The application itself. */
    public ApplicationContext application() {
        return application;
    }

    /** What the application was told, for a process beside it. */
    public Map<String, Object> settings() {
        return new LinkedHashMap<>(settings);
    }

    /** The clinic of this address. */
    public Tenant tenant(String slug) {
        return application.getBean(TenantDirectory.class).bySlug(slug).orElseThrow();
    }

    /** Forgets which codes went to whom, since its tests share its patients, and nobody gets more than three in ten minutes. */
    public void forgetSentCodes() {
        try (Connection superuser = postgres().connect("anteroom");
                Statement statement = superuser.createStatement()) {
            for (SeedClinic clinic : SeedClinic.ALL) {
                statement.execute(
                        "update " + tenant(clinic.slug()).id().schema() + ".sign_in_limit set sends = default");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The password of one of its staff. */
    public String password(String email) {
        return people.staff().stream()
                .filter(login -> login.email().equals(email))
                .findFirst()
                .orElseGet(people::operator)
                .password();
    }

    /** Below the ports that systems hand out for outgoing connections, which might take one of the four meanwhile. */
    private static DemoOptions onFreePorts() {
        while (true) {
            var options = new DemoOptions(ThreadLocalRandom.current().nextInt(10_000, 30_000), true, DIRECTORY);
            try {
                options.requireFreePorts();
                return options;
            } catch (CannotStartException taken) {
                System.out.println(taken.getMessage());
            }
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    private synchronized void end() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failed) {
                System.err.println("Ending a part of the demo failed: " + failed);
            }
        }
    }
}
