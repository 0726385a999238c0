package io.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mvnw}, on machines made of empty folders and two-line scripts. */
class MvnwTest {

    private static final Path MVNW =
            Path.of("..", "..", "mvnw").toAbsolutePath().normalize();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path machine;

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        var old = jdk("old", "17.0.15");
        var newer = jdk("home/.sdkman/candidates/java/26.0.1-tem", "26.0.1");

        assertThat(run(Map.of("JAVA_HOME", old.toString()), maven("3.8.7"))).contains("JAVA_HOME=" + newer);
    }

    @Test
    void aJavaHomeThatWillDoIsTaken() throws Exception {
        jdk("home/.sdkman/candidates/java/26.0.1-tem", "26.0.1");
        var wanted = jdk("wanted one", "25");

        assertThat(run(Map.of("JAVA_HOME", wanted.toString()), maven("3.8.7"))).contains("JAVA_HOME=" + wanted);
    }

    @Test
    void versionsAreComparedByNumber() throws Exception {
        var home = Map.of("JAVA_HOME", jdk("jdk", "25.0.1").toString());

        assertThat(run(home, maven("3.10.1"))).contains("arguments=clean verify");
        assertThat(run(Map.of("JAVA_HOME", jdk("ancient", "9.0.4").toString()), maven("4.0.0")))
                .doesNotContain("JAVA_HOME=" + machine.resolve("ancient"));
    }

    @Test
    void aMavenOnThePathThatIsTooOldGivesWayToMavenHome() throws Exception {
        var old = maven("3.6.3");
        var newer = maven("3.9.11");

        var homes = Map.of(
                "JAVA_HOME",
                jdk("jdk", "25").toString(),
                "MAVEN_HOME",
                newer.resolve("..").toString());
        assertThat(run(homes, old)).contains("maven=3.9.11");
    }

    /** Runs {@code mvnw clean verify} with that Maven first on the path, and gives what it and Maven say. */
    private String run(Map<String, String> environment, Path mavenBin) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/bin/sh", MVNW.toString(), "clean", "verify"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", machine.resolve("home").toString());
        builder.environment().put("PATH", mavenBin + ":" + tools());
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** What the script needs of the system, without whatever else is installed beside it. */
    private Path tools() throws IOException {
        var tools = Files.createDirectories(machine.resolve("tools"));
        for (var name : List.of("sh", "sed", "dirname", "readlink", "id")) {
            var real = Path.of("/usr/bin", name);
            script(tools.resolve(name), "exec " + (Files.exists(real) ? real : Path.of("/bin", name)) + " \"$@\"");
        }
        return tools;
    }

    private Path jdk(String place, String version) throws IOException {
        var home = machine.resolve(place);
        script(home.resolve("bin/java"), "exit 0");
        script(home.resolve("bin/javac"), "exit 0");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A folder with an {@code mvn} of that version, which says how it is called. */
    private Path maven(String version) throws IOException {
        var bin = machine.resolve("maven-" + version).resolve("bin");
        script(
                bin.resolve("mvn"),
                "case \"$1\" in -v) echo 'Apache Maven " + version + " (x)' ;; *) echo \"maven=" + version
                        + " JAVA_HOME=$JAVA_HOME arguments=$*\" ;; esac");
        return bin;
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
