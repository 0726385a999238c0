package io.anteroom.localservices.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakProcessTest {

    /** In one, since each start takes its time: on one data directory here, and then in a process that is killed. */
    @Test
    void whatWasSetSurvivesARestartAndItEndsWhenItsParentIsKilled(@TempDir Path data) throws Exception {
        String secret;
        try (var first = KeycloakProcess.start(new KeycloakOptions(data, 0, step -> {}))) {
            secret = first.realm().secret(RealmSetup.STAFF_CLIENT);
            first.realm().organisation("abcdefghijkl", "North Clinic");
            assertThat(secret)
                    .as("every data directory has secrets of its own")
                    .isNotEqualTo(KeycloakProcess.shared().realm().secret(RealmSetup.STAFF_CLIENT));
        }
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle second;
        try (var said = parent.inputReader()) {
            second = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertThat(said.readLine()).isEqualTo(secret);
            assertThat(said.readLine()).contains("North Clinic");
        }

        parent.destroyForcibly();

        assertThat(second.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    /** What {@link #whatWasSetSurvivesARestartAndItEndsWhenItsParentIsKilled} kills. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            var keycloak = KeycloakProcess.start(new KeycloakOptions(Path.of(args[0]), 0, step -> {}));
            System.out.println(keycloak.handle().pid());
            System.out.println(keycloak.realm().secret(RealmSetup.STAFF_CLIENT));
            System.out.println(new AdminApi(keycloak.address(), keycloak.setupSecret()).get("/organizations"));
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
