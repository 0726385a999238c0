package io.anteroom.demo;

import io.anteroom.localservices.mailbox.Mailbox;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The demo as {@code ./mvnw -Pdemo} starts it, with its two clinics, on free ports and begun with nothing, once for all
 * tests of this JVM. It keeps its log and data under {@code target/demo}.
 */
public final class RunningDemo {

    private static final class Shared {
        private static final RunningDemo INSTANCE = new RunningDemo();
    }

    private final DemoOptions options = onFreePorts();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final LocalServices services;
    private final DemoPeople people;

    private RunningDemo() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-demo"));
        LoggingSystem.get(RunningDemo.class.getClassLoader()).beforeInitialize();
        try {
            var progress = new Progress();
            var directory = DemoDirectory.open(options);
            var secrets = new Secrets(directory.resolve("secrets.properties"));
            services = keep(LocalServices.start(directory, options, secrets, progress));
            ApplicationSettings.tellKeycloak(options, services);
            var database = Database.prepare(services.postgres(), secrets, progress);
            var settings =
                    ApplicationSettings.of(options, services, database, secrets, directory.resolve("anteroom.log"));
            settings.put("anteroom.control-plane.sign-up.least-fill-time", "0s"); // tests type faster than people
            var application = keep(Application.start(settings, services.mailbox()));
            people = Seeds.plant(application, services, secrets, progress);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("The demo does not start; see target/demo/anteroom.log", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The demo all tests share. */
    public static RunningDemo shared() {
        return Shared.INSTANCE;
    }

    /** An address on the base host, or on the one of this prefix, as {@code app.}. */
    public String address(String prefix, String path) {
        return options.address(prefix) + path;
    }

    /** Where all its messages land. */
    public Mailbox mailbox() {
        return services.mailbox();
    }

    /** The password of one of its staff. */
    public String password(String email) {
        return people.staff().stream()
                .filter(login -> login.email().equals(email))
                .findFirst()
                .orElseThrow()
                .password();
    }

    /** Below the ports that systems hand out for outgoing connections, which might take one of the four meanwhile. */
    private static DemoOptions onFreePorts() {
        var directory = Path.of("target", "demo").toAbsolutePath();
        while (true) {
            var options = new DemoOptions(ThreadLocalRandom.current().nextInt(10_000, 30_000), true, directory);
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
