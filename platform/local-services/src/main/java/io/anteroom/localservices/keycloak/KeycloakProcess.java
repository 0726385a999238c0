package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A running Keycloak with the realm {@code anteroom}. It ends with {@link #close}, and in any case when this JVM does.
 */
public final class KeycloakProcess implements AutoCloseable {

    private static final class Shared {
        private static final KeycloakProcess INSTANCE = startForTests();

        private static KeycloakProcess startForTests() {
            try {
                return start(KeycloakOptions.throwaway());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private final ServerProcess server;
    private final RealmSetup realm;
    private final Path data;
    private final boolean throwaway;
    private final Thread shutdownHook = new Thread(this::stop, "stop-keycloak");

    private KeycloakProcess(ServerProcess server, Path data, boolean throwaway) throws IOException {
        this.server = server;
        this.data = data;
        this.throwaway = throwaway;
        this.realm = new RealmSetup(new AdminApi(address(), server.setupSecret()));
    }

    /** The one Keycloak of this JVM's tests, started when first asked for. Use organisations and users of your own. */
    public static KeycloakProcess shared() {
        return Shared.INSTANCE;
    }

    /**
     * Starts Keycloak and waits until it answers. A new data directory gets the realm and new client secrets.
     *
     * @throws IOException if it cannot be prepared or does not start; the text has the end of its log
     */
    public static KeycloakProcess start(KeycloakOptions options) throws IOException, InterruptedException {
        var installation = Installation.prepare(options.progress());
        Orphans.reapAll(Installation.runs());
        var data = options.data() == null ? throwawayDirectory() : Files.createDirectories(options.data());
        data = data.toAbsolutePath();
        Orphans.reap(data);
        boolean fresh = !ServerProcess.hasDatabase(data);
        if (fresh) {
            ServerProcess.copyDatabase(installation.golden(), data);
        }
        options.progress().accept("Starting Keycloak");
        var server = ServerProcess.start(installation, data, options.port(), false);
        var keycloak = new KeycloakProcess(server, data, options.data() == null);
        Runtime.getRuntime().addShutdownHook(keycloak.shutdownHook);
        server.awaitReady();
        if (fresh) {
            keycloak.realm.renewSecrets();
        }
        return keycloak;
    }

    private static Path throwawayDirectory() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Installation.runs()), "run-");
    }

    /** Where it answers, as {@code http://localhost:12345}. */
    public URI address() {
        return URI.create("http://localhost:" + server.port());
    }

    /** The issuer of the realm's tokens. */
    public URI issuer() {
        return address().resolve("/realms/" + RealmSetup.REALM);
    }

    /** What may be set on the realm from here. */
    public RealmSetup realm() {
        return realm;
    }

    String setupSecret() throws IOException {
        return server.setupSecret();
    }

    /** Its process. */
    public ProcessHandle handle() {
        return ProcessHandle.of(server.pid()).orElseThrow();
    }

    /** Whether it runs still. */
    public boolean isAlive() {
        return server.isAlive();
    }

    /** Stops it and waits until it is gone; a throwaway's data goes too. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook stops it too; stopping twice does no harm.
        }
        stop();
    }

    private void stop() {
        server.stop();
        if (throwaway) {
            try {
                Directories.delete(data);
            } catch (IOException leftBehind) {
                throw new UncheckedIOException(leftBehind);
            }
        }
    }
}
