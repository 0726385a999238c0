package io.anteroom.demo;

import io.anteroom.localservices.keycloak.KeycloakOptions;
import io.anteroom.localservices.keycloak.KeycloakProcess;
import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.stripeemulator.StripeEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the application needs around it, all on this machine. */
record LocalServices(PostgresServer postgres, KeycloakProcess keycloak, StripeEmulator stripe, Mailbox mailbox)
        implements AutoCloseable {

    /** Starts all at once; each says what it does when that takes long. */
    static LocalServices start(DemoDirectory directory, DemoOptions options, Secrets secrets, Progress progress)
            throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var postgres = threads.submit(() -> postgres(directory.resolve("postgresql"), progress));
            var keycloak = threads.submit(() -> keycloak(directory.resolve("keycloak"), options, progress));
            var stripe = threads.submit(() -> LocalStripe.start(directory.resolve("stripe"), options, secrets));
            var mailbox = threads.submit((Callable<Mailbox>) Mailbox::start);
            return new LocalServices(await(postgres), await(keycloak), await(stripe), await(mailbox));
        }
    }

    /** The parts that are processes of their own, by name. */
    Map<String, ProcessHandle> processes() {
        return Map.of("PostgreSQL", postgres.process().orElseThrow(), "Keycloak", keycloak.handle());
    }

    private static PostgresServer postgres(Path data, Progress progress) {
        progress.say("Starting PostgreSQL");
        return PostgresServer.keeping(data, 0);
    }

    private static KeycloakProcess keycloak(Path data, DemoOptions options, Progress progress)
            throws IOException, InterruptedException {
        // The same address on each run, so that sessions and open pages outlast a restart.
        return KeycloakProcess.start(new KeycloakOptions(data, options.keycloakPort(), progress::say));
    }

    private static <T> T await(Future<T> started) throws InterruptedException {
        try {
            return started.get();
        } catch (ExecutionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            throw new CannotStartException(String.valueOf(cause.getMessage()), cause);
        }
    }

    @Override
    public void close() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(keycloak::close);
            threads.execute(stripe::close);
            threads.execute(mailbox::close);
            threads.execute(postgres::close);
        }
    }
}
