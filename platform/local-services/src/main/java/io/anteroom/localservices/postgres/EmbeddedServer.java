package io.anteroom.localservices.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL from the binaries published on Maven Central; they start as root too. */
final class EmbeddedServer implements PostgresServer {

    private final EmbeddedPostgres server;
    private final String kept;

    private EmbeddedServer(EmbeddedPostgres server, String kept) {
        this.server = server;
        this.kept = kept;
    }

    static EmbeddedServer temporary() {
        EmbeddedPostgres.Builder builder = builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off");
        return start(builder, "temporary data");
    }

    static EmbeddedServer keeping(Path data, int port) {
        AbandonedServer.stop(data);
        EmbeddedPostgres.Builder builder = builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        if (port != 0) {
            builder.setPort(port);
        }
        return start(builder, "data in " + data);
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(true)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("max_connections", "300")
                .setServerConfig("max_locks_per_transaction", "1024")
                .setServerConfig("timezone", "UTC")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
    }

    private static EmbeddedServer start(EmbeddedPostgres.Builder builder, String kept) {
        try {
            return new EmbeddedServer(builder.start(), kept);
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not start (" + kept + ")", failed);
        }
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String superuser() {
        return "postgres";
    }

    /** The embedded server trusts whoever reaches it, and it listens on the loopback alone. */
    @Override
    public String superuserPassword() {
        return "postgres";
    }

    @Override
    public String description() {
        return "PostgreSQL 18 from the embedded binaries, port " + port() + ", " + kept;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A server that outlived a killed process: it still holds its data folder, and the next start would fail. */
    private static final class AbandonedServer {

        static void stop(Path data) {
            Path pidFile = data.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return;
            }
            try {
                long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
                ProcessHandle.of(pid).filter(AbandonedServer::isPostgres).ifPresent(AbandonedServer::end);
            } catch (IOException | NumberFormatException unreadable) {
                throw new IllegalStateException("Cannot read " + pidFile, unreadable);
            }
        }

        private static boolean isPostgres(ProcessHandle process) {
            return process.info()
                    .command()
                    .map(command -> command.endsWith("postgres"))
                    .orElse(false);
        }

        private static void end(ProcessHandle process) {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, 15, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
            if (process.isAlive()) {
                process.destroyForcibly();
                process.onExit().join();
            }
        }
    }
}
