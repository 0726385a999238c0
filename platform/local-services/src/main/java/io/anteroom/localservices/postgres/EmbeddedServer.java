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
        Optional<Path> memory = MemoryFolder.make();
        memory.ifPresent(folder -> {
            Postmaster.endWithUs(folder);
            builder.setDataDirectory(folder);
        });
        String data = memory.isPresent() ? "temporary data in memory" : "temporary data";
        return new EmbeddedServer(start(builder, data), data, Optional.empty());
    }

    static EmbeddedServer keeping(Path data, int port) {
        Postmaster.of(data).ifPresent(Postmaster::end);
        Postmaster.endWithUs(data);
        EmbeddedPostgres.Builder builder = builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        if (port != 0) {
            builder.setPort(port);
        }
        var kept = "data in " + data;
        return new EmbeddedServer(start(builder, kept), kept, Postmaster.of(data));
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
