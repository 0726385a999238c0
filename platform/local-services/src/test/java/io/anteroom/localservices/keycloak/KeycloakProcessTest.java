package io.anteroom.localservices.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakProcessTest {

    @Test
    void whatWasSetSurvivesARestart(@TempDir Path data) throws Exception {
        String secret;
        try (var first = KeycloakProcess.start(new KeycloakOptions(data, 0, step -> {}))) {
            secret = first.realm().secret(RealmSetup.STAFF_CLIENT);
            first.realm().organisation("abcdefghijkl", "North Clinic");
        }
        try (var second = KeycloakProcess.start(new KeycloakOptions(data, 0, step -> {}))) {
            assertThat(second.realm().secret(RealmSetup.STAFF_CLIENT)).isEqualTo(secret);
            var api = new AdminApi(second.address(), second.setupSecret());
            assertThat(api.get("/organizations").toString()).contains("North Clinic");
        }
    }

    @Test
    void everyDataDirectoryHasSecretsOfItsOwn(@TempDir Path data) throws Exception {
        try (var other = KeycloakProcess.start(new KeycloakOptions(data, 0, step -> {}))) {
            assertThat(other.realm().secret(RealmSetup.PLATFORM_CLIENT))
                    .isNotEqualTo(KeycloakProcess.shared().realm().secret(RealmSetup.PLATFORM_CLIENT));
        }
    }

    @Test
    void itEndsWhenItsParentIsKilled(@TempDir Path data) throws Exception {
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long pid;
        try (var said = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            pid = Long.parseLong(said.readLine());
        }
        var keycloak = ProcessHandle.of(pid).orElseThrow();

        parent.destroyForcibly();

        assertThat(keycloak.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    /** What {@link #itEndsWhenItsParentIsKilled} kills. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            var keycloak = KeycloakProcess.start(new KeycloakOptions(Path.of(args[0]), 0, step -> {}));
            System.out.println(keycloak.handle().pid());
            Thread.currentThread().join();
        }
    }

    @Test
    void anOrphanIsEnded(@TempDir Path data) throws Exception {
        var orphan = new ProcessBuilder("sh", "-c", "read line", Orphans.mark(data), "end").start();
        Orphans.remember(data, orphan.pid());

        Orphans.reap(data);

        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aProcessThatOnlyHasAnOrphansIdIsLeftAlone(@TempDir Path data) throws Exception {
        var stranger = new ProcessBuilder("sh", "-c", "read line", "end").start();
        Orphans.remember(data, stranger.pid());

        Orphans.reap(data);

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }
}
