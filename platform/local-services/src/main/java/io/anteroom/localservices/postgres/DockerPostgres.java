package io.anteroom.localservices.postgres;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container, tuned to forget. */
final class DockerPostgres implements PostgresServer {

    private static final String IMAGE = "postgres:18";

    private final PostgreSQLContainer container;

    private DockerPostgres(PostgreSQLContainer container) {
        this.container = container;
    }

    /** Whether a Docker engine answers. Looking for one may throw anything at all where Docker is half installed. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    static boolean isPossible() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException | LinkageError none) {
            return false;
        }
    }

    static DockerPostgres start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE)
                .withUsername("postgres")
                .withPassword("postgres")
                // Sorts and compares as the embedded binaries do.
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCommand("postgres -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
                        + " -c max_connections=300 -c max_locks_per_transaction=1024 -c timezone=UTC");
        container.start();
        return new DockerPostgres(container);
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return container.getFirstMappedPort();
    }

    @Override
    public String superuser() {
        return container.getUsername();
    }

    @Override
    public String superuserPassword() {
        return container.getPassword();
    }

    @Override
    public String description() {
        return "PostgreSQL in a container of " + IMAGE + ", port " + port();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public void close() {
        container.stop();
    }
}
