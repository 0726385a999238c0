package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The operating system's process of one running Keycloak, on one data directory. */
final class ServerProcess {

    static final String SETUP_CLIENT = "anteroom-setup";

    private static final String DATABASE = "keycloakdb";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path data;
    private final int port;
    private final int managementPort;

    private ServerProcess(Process process, Path data, int port, int managementPort) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * @param first whether to import the realm, make the set-up client, and leave a class-data archive when it stops
     */
    static ServerProcess start(Installation installation, Path data, int port, boolean first) throws IOException {
        int chosen = port == 0 ? freePort() : port;
        int management = freePort();
        var command = KeycloakCommand.of(installation)
                .jvm(
                        Orphans.mark(data),
                        "-XX:SharedArchiveFile=" + installation.archive(),
                        first ? "-XX:+AutoCreateSharedArchive" : "-Xshare:auto",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr")
                .then(
                        "start",
                        "--optimized",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + chosen,
                        "--hostname=http://localhost:" + chosen,
                        "--http-management-port=" + management,
                        "--db-url=jdbc:h2:file:" + data.resolve(DATABASE)
                                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
        var log = data.resolve("keycloak.log");
        var started = first ? command.then("--import-realm").start(log, makeSetupClient(data)) : command.start(log);
        Orphans.remember(data, started.pid());
        return new ServerProcess(started, data, chosen, management);
    }

    /** What tells Keycloak's first start to make the set-up client, with a secret that is kept beside the database. */
    private static Map<String, String> makeSetupClient(Path data) throws IOException {
        var secret = HexFormat.of().formatHex(randomBytes());
        Files.writeString(secretFile(data), secret);
        return Map.of("KC_BOOTSTRAP_ADMIN_CLIENT_ID", SETUP_CLIENT, "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secret);
    }

    static boolean hasDatabase(Path data) {
        return Files.exists(data.resolve(DATABASE + ".mv.db"));
    }

    static void copyDatabase(Path from, Path to) throws IOException {
        Files.copy(from.resolve(DATABASE + ".mv.db"), to.resolve(DATABASE + ".mv.db"));
        Files.copy(secretFile(from), secretFile(to));
    }

    private static Path secretFile(Path data) {
        return data.resolve("setup-secret");
    }

    String setupSecret() throws IOException {
        return Files.readString(secretFile(data));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for health, not for the port, which opens early. */
    void awaitReady() throws IOException, InterruptedException {
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!answers(client, health)) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    stop();
                    throw new IOException("Keycloak did not start. The end of its log:\n" + endOfLog());
                }
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String endOfLog() throws IOException {
        var lines = Files.readAllLines(data.resolve("keycloak.log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Orphans.forget(data);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static byte[] randomBytes() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
