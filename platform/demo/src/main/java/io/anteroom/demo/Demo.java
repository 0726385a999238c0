package io.anteroom.demo;

import io.anteroom.localservices.EndWithMaven;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.logging.LoggingSystem;

/** {@code ./mvnw -Pdemo}: starts everything, says where it is, and waits until it is ended. */
public final class Demo {

    private final DemoOptions options;
    private final Progress progress = new Progress();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private volatile boolean ending;

    private Demo(DemoOptions options) {
        this.options = options;
    }

    /** Ends with exit code 1 and one plain sentence if it cannot start. */
    public static void main(String[] arguments) throws Exception {
        EndWithMaven.watch();
        // Nothing is logged until the application says where to.
        LoggingSystem.get(Demo.class.getClassLoader()).beforeInitialize();
        try {
            var demo = new Demo(DemoOptions.ofSystemProperties());
            Runtime.getRuntime().addShutdownHook(new Thread(demo::end, "end-demo"));
            demo.start();
        } catch (CannotStartException said) {
            System.err.println("The demo cannot start. " + said.getMessage());
            System.exit(1);
        } catch (Exception failed) {
            System.err.println("The demo cannot start; .anteroom/anteroom.log may say more. " + rootCause(failed));
            System.exit(1);
        }
    }

    private static Throwable rootCause(Throwable failed) {
        return failed.getCause() == null ? failed : rootCause(failed.getCause());
    }

    private void start() throws Exception {
        options.requireFreePorts();
        var directory = DemoDirectory.open(options);
        var secrets = new Secrets(directory.resolve("secrets.properties"));
        var services = keep(LocalServices.start(directory, options, secrets, progress));
        services.processes().forEach(this::watch);
        ApplicationSettings.tellKeycloak(options, services);
        var database = Database.prepare(services.postgres(), secrets, progress);
        progress.say("Starting the application");
        var log = directory.resolve("anteroom.log");
        var application = keep(Application.start(
                ApplicationSettings.of(options, services, database, secrets, log), services.mailbox()));
        var people = Seeds.plant(application, services, secrets, progress);
        new Card(options, people, log).print(progress.elapsed());
        Thread.currentThread().join();
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    /** Without one of its parts the demo would only show errors, so it ends with it. */
    private void watch(String part, ProcessHandle process) {
        Thread.ofPlatform().name("watch-" + part).daemon().start(() -> {
            // Ctrl-C reaches every process at once, so a part may be gone a moment before we hear of it ourselves.
            var afterAMoment = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
            process.onExit()
                    .thenRunAsync(
                            () -> {
                                if (!ending) {
                                    System.err.println("\n" + part + " has ended, and so the demo ends too."
                                            + " What was saved is still there: start it again.");
                                    System.exit(1);
                                }
                            },
                            afterAMoment)
                    .join();
        });
    }

    private void end() {
        ending = true;
        endParts();
    }

    /** The last started ends first, so that no part misses another on its way out. */
    private synchronized void endParts() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failed) {
                System.err.println("Ending a part of the demo failed: " + failed);
            }
        }
    }
}
