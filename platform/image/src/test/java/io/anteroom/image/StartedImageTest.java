package io.anteroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.DatabaseLogin;
import io.anteroom.migrations.DatabasePasswords;
import io.anteroom.migrations.DatabaseRoles;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts what is under {@code target/image} as the image would: by its own command, in its own folder, with its own Java
 * and nothing in the environment but settings. The files stand in another place than the one they were built in, as they
 * do in the image, and the JVM is told to give up rather than go without the AOT cache.
 */
@Tag("built-image")
@TestMethodOrder(OrderAnnotation.class)
class StartedImageTest {

    private static final DatabasePasswords PASSWORDS = new DatabasePasswords(Map.of(
            DatabaseLogin.OWNER, "of-owner",
            DatabaseLogin.PORTAL, "of-portal",
            DatabaseLogin.TENANT_PORTAL, "of-tenants"));

    @TempDir(factory = BesideTheImage.class)
    private static Path elsewhere = Path.of("");

    private static Layout layout = new Layout(Path.of(""));
    private static String database = "";

    @BeforeAll
    static void prepare() throws IOException, SQLException {
        Layout built = new Layout(Path.of("target/image").toAbsolutePath());
        assertThat(built.cache())
                .as("the layout, which the phase package builds")
                .exists();
        layout = new Layout(elsewhere.resolve("image"));
        linked(built.root(), layout.root());
        PostgresServer server = PostgresServer.shared();
        server.createDatabase("anteroom_image");
        try (Connection superuser = server.connect("anteroom_image")) {
            DatabaseRoles.prepare(superuser, PASSWORDS);
        }
        database = server.jdbcUrl("anteroom_image");
    }

    @Test
    @Order(1)
    void itMigratesTheDatabaseAndEnds() throws IOException, InterruptedException {
        Process migration = start(Map.of(
                "ANTEROOM_ROLES",
                "migrate",
                "ANTEROOM_MIGRATIONS_URL",
                database,
                "ANTEROOM_MIGRATIONS_PASSWORD",
                PASSWORDS.owner()));
        String log = new String(migration.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(migration.waitFor()).as(log).isZero();
    }

    @Test
    @Order(2)
    void itServesThePortalAndEndsWhenTold() throws IOException, InterruptedException {
        int web = freePort();
        int management = freePort();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ANTEROOM_ROLES", "portal");
        settings.put("ANTEROOM_WEB_BASEHOST", "example.org");
        settings.put("ANTEROOM_TENANCY_URL", database);
        settings.put("ANTEROOM_TENANCY_CONTROLUSER", DatabaseLogin.PORTAL.user());
        settings.put("ANTEROOM_TENANCY_CONTROLPASSWORD", PASSWORDS.of(DatabaseLogin.PORTAL));
        settings.put("ANTEROOM_TENANCY_TENANTUSER", DatabaseLogin.TENANT_PORTAL.user());
        settings.put("ANTEROOM_TENANCY_TENANTPASSWORD", PASSWORDS.of(DatabaseLogin.TENANT_PORTAL));
        settings.put("ANTEROOM_MESSAGING_SECRETKEY", key());
        settings.put("ANTEROOM_MESSAGING_FROMADDRESS", "no-reply@example.org");
        settings.put("ANTEROOM_ACCESS_CODEKEY", key());
        settings.put("ANTEROOM_FILES_KEY", key());
        settings.put("ANTEROOM_PAYMENTS_SECRETKEY", "sk_test_none");
        settings.put("ANTEROOM_PAYMENTS_PLATFORMWEBHOOKSECRET", "of-the-platform");
        settings.put("ANTEROOM_PAYMENTS_CONNECTWEBHOOKSECRET", "of-the-clinics");
        settings.put("SERVER_PORT", Integer.toString(web));
        settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
        Process portal = start(settings);
        try (BufferedReader log = portal.inputReader()) {
            List<String> lines = new ArrayList<>();
            assertThat(log.lines().peek(lines::add).anyMatch(line -> line.contains("Started AnteroomApplication")))
                    .as(() -> "started, before its output ended:\n" + String.join("\n", lines))
                    .isTrue();
            assertThat(status(management, "/actuator/health/readiness")).isEqualTo(200);
            assertThat(status(web, "/")).isEqualTo(404);
            portal.destroy();
            assertThat(portal.waitFor()).as("128 + SIGTERM").isEqualTo(143);
        } finally {
            portal.destroyForcibly();
        }
    }

    private static Process start(Map<String, String> settings) throws IOException {
        List<String> command = Layout.command(
                layout.runtime().resolve("bin/java").toString(), "-XX:AOTCache=" + Layout.CACHE, "-XX:AOTMode=on");
        ProcessBuilder process =
                new ProcessBuilder(command).directory(layout.home().toFile()).redirectErrorStream(true);
        process.environment().clear();
        process.environment().putAll(settings);
        return process.start();
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Host", "nobody.example.org")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(new byte[32]);
    }

    /** The same files in another place, without copying half a gigabyte. */
    private static void linked(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path there = to.resolve(from.relativize(path).toString());
                if (Files.isSymbolicLink(path)) {
                    Files.createSymbolicLink(there, Files.readSymbolicLink(path));
                } else if (Files.isDirectory(path)) {
                    Files.createDirectories(there);
                } else {
                    Files.createLink(there, path);
                }
            }
        }
    }
}
