package io.anteroom.localservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A shell stands for Maven. */
class EndWithMavenTest {

    @Test
    void whatMavenStartedEndsWithItThoughItWasKilled() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // What comes after keeps the shell from becoming the program itself.
        Process maven = new ProcessBuilder("sh", "-c", "\"$@\"; true", "sh", java, "-cp", classPath(), name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(maven.inputReader().readLine()).isEqualTo("started");
        ProcessHandle started = maven.children().findFirst().orElseThrow();
        try {
            maven.destroyForcibly();
            assertThat(started.onExit().orTimeout(1, TimeUnit.MINUTES).join()).isEqualTo(started);
        } finally {
            started.destroyForcibly();
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String name() {
        return Started.class.getName();
    }

    /** Would go on for ever. */
    static final class Started {

        private Started() {}

        public static void main(String[] arguments) throws InterruptedException {
            EndWithMaven.watch();
            System.out.println("started");
            Thread.currentThread().join();
        }
    }
}
