package io.anteroom.localservices.postgres;

import io.anteroom.localservices.UserCache;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** PostgreSQL from the binaries published on Maven Central; they start as root too. */
final class EmbeddedServer implements PostgresServer {

    private final EmbeddedPostgres server;
    private final String kept;
    private final Optional<ProcessHandle> process;

    private EmbeddedServer(EmbeddedPostgres server, String kept, Optional<ProcessHandle> process) {
        this.server = server;
        this.kept = kept;
        this.process = process;
    }

    static EmbeddedServer temporary() {
        EmbeddedPostgres.Builder builder = builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_wal_size", "256MB");
        Optional<Path> memory = MemoryFolder.make(4);
        memory.ifPresent(folder -> {
            Postmaster.endWithUs(folder);
            builder.setDataDirectory(folder);
        });
        String data = memory.isPresent() ? "temporary data in memory" : "temporary data";
        return new EmbeddedServer(start(builder, data), data, Optional.empty());
    }

    static EmbeddedServer keeping(Path data, int port) {
        Postmaster.of(data).ifPresent(Postmaster::end);
        EmbeddedPostgres.Builder builder = careful().setCleanDataDirectory(false);
        if (port != 0) {
            builder.setPort(port);
        }
        return start(builder, data);
    }

    static EmbeddedServer measured(Path folder) {
        EmbeddedPostgres.Builder builder = careful()
                // Not of the locale, but these are handed to initdb as they are.
                .setLocaleConfig(
                        "waldir", folder.resolve("wal").toAbsolutePath().toString());
        return start(builder, MemoryFolder.make(8).orElseGet(() -> folder.resolve("data")));
    }

    private static EmbeddedPostgres.Builder careful() {
        return builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
    }

    private static EmbeddedServer start(EmbeddedPostgres.Builder builder, Path data) {
        Postmaster.endWithUs(data);
        var kept = "data in " + data;
        return new EmbeddedServer(start(builder.setDataDirectory(data), kept), kept, Postmaster.of(data));
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(true)
                .setOverrideWorkingDirectory(UserCache.of("postgresql").toFile())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("max_connections", "300")
                .setServerConfig("max_locks_per_transaction", "1024")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("unix_socket_directories", "")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, String kept) {
        try {
            return builder.start();
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
    public Optional<ProcessHandle> process() {
        return process;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
