package io.anteroom.bench;

import io.anteroom.localservices.keycloak.KeycloakOptions;
import io.anteroom.localservices.keycloak.KeycloakProcess;
import io.anteroom.localservices.keycloak.RealmSetup;
import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.localservices.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is measured in: one PostgreSQL that keeps its data as production's does, and the clinics in it. */
public final class House implements AutoCloseable {

    private static final String DATA = "postgresql";

    /** The item for which Keycloak runs. It starts while the clinics are made. */
    private static final int SIGN_UP = 4;

    private final Options options;
    private final Progress progress;
    private final PostgresServer server;
    private final Mailbox mailbox;
    private final Database database;
    private final List<Clinic> clinics;
    private final FutureTask<KeycloakProcess> keycloak;
    private Settings.@Nullable Keycloak reachKeycloak;

    private House(
            Options options,
            Progress progress,
            PostgresServer server,
            Mailbox mailbox,
            Database database,
            List<Clinic> clinics,
            FutureTask<KeycloakProcess> keycloak) {
        this.options = options;
        this.progress = progress;
        this.server = server;
        this.mailbox = mailbox;
        this.database = database;
        this.clinics = clinics;
        this.keycloak = keycloak;
    }

    static House build(Options options, Progress progress) throws IOException, SQLException, InterruptedException {
        Path data = options.directory().resolve(DATA);
        delete(data);
        Files.createDirectories(options.directory());
        progress.say("Starting PostgreSQL");
        PostgresServer server = PostgresServer.measured(data);
        Database database = Database.make(server, "anteroom");
        progress.say("Making " + options.size().clinics() + " clinics");
        FutureTask<KeycloakProcess> keycloak =
                new FutureTask<>(() -> KeycloakProcess.start(KeycloakOptions.throwaway()));
        if (options.wants(SIGN_UP)) {
            Thread.ofPlatform().daemon().name("keycloak").start(keycloak);
        }
        List<Clinic> clinics = Clinics.make(database, options.size().clinics());
        return new House(options, progress, server, Mailbox.start(), database, clinics, keycloak);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    public Size size() {
        return options.size();
    }

    public Progress progress() {
        return progress;
    }

    /** Whether that item was asked for. */
    public boolean wants(int item) {
        return options.wants(item);
    }

    /** The database that holds the clinics. */
    public Database database() {
        return database;
    }

    /** All clinics, by number. */
    public List<Clinic> clinics() {
        return clinics;
    }

    /** Where the application's messages land. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** PostgreSQL's first process; its children are the backends. */
    public ProcessHandle postgres() {
        return server.process().orElseThrow();
    }

    /** The processor time that PostgreSQL's processes have used so far, as far as they still run, in seconds. */
    public double postgresSeconds() {
        return Stream.concat(Stream.of(postgres()), postgres().descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    /** Another database in the same server, with {@code clinics} clinics in it. Whoever asks closes it. */
    public Database database(String name, int clinics) throws SQLException, InterruptedException {
        Database other = Database.make(server, name);
        Clinics.make(other, clinics);
        return other;
    }

    /**
     * Starts the application in these roles, with the clinics' database, as a process of its own.
     *
     * @param roles separated by commas
     * @param more settings, as {@code key=value}; they win
     */
    public Application start(String roles, String... more) throws IOException, InterruptedException {
        return start(database, roles, more);
    }

    /** The same on another database. */
    public Application start(Database database, String roles, String... more) throws IOException, InterruptedException {
        Path log = options.directory().resolve("bench-logs").resolve(roles.replace(',', '-') + ".log");
        return Application.start(log, List.of(), settings(database, roles, more));
    }

    /** The settings of the application in these roles, as arguments, for who starts it in this process instead. */
    public List<String> settings(Database database, String roles, String... more) {
        return Settings.of(database, mailbox, reachKeycloak, roles, more);
    }

    /** Waits until Keycloak answers; what is started afterwards uses it. */
    public void awaitKeycloak() throws IOException, InterruptedException, ExecutionException {
        KeycloakProcess running = keycloak.get();
        reachKeycloak = new Settings.Keycloak(
                running.address().toString(), running.realm().secret(RealmSetup.PLATFORM_CLIENT));
    }

    /** Ends it, so that nothing else is measured beside it. */
    public void endKeycloak() throws InterruptedException, ExecutionException {
        reachKeycloak = null;
        keycloak.get().close();
    }

    @Override
    public void close() {
        mailbox.close();
        database.close();
        server.close();
        try {
            delete(options.directory().resolve(DATA));
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
