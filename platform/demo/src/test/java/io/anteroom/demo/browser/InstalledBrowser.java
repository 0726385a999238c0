package io.anteroom.demo.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a Chromium or Chrome on this machine, or installs one. */
final class InstalledBrowser {

    private static final List<String> COMMANDS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private InstalledBrowser() {}

    /**
     * The browser to start, or nothing if Playwright has just installed its own.
     *
     * @throws IllegalStateException if there is none and none could be installed; it says what to do
     */
    static Optional<Path> find() throws IOException, InterruptedException {
        var installed = installed();
        if (installed.isPresent()) {
            return installed;
        }
        if (isRootOnDebian() && installPackage()) {
            return installed();
        }
        if (playwrightInstalls()) {
            return Optional.empty();
        }
        throw new IllegalStateException("The browser tests need Chromium or Chrome, there is none on PATH, and neither"
                + " apt-get nor Playwright could install one. Install Chromium (on Debian: apt-get install chromium),"
                + " or name one with -Danteroom.browser=/path/to/chrome.");
    }

    static Optional<Path> installed() {
        var named = Stream.ofNullable(System.getProperty("anteroom.browser")).map(Path::of);
        var onPath = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> COMMANDS.stream().map(command -> Path.of(directory, command)));
        return Stream.of(named, onPath, APPLICATIONS.stream())
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"));
    }

    private static boolean installPackage() throws IOException, InterruptedException {
        System.out.println("No browser found: installing Debian's package chromium");
        return run("apt-get", "install", "-y", "chromium")
                || (run("apt-get", "update") && run("apt-get", "install", "-y", "chromium"));
    }

    /** Playwright's installer ends the JVM it runs in, so it gets one of its own. */
    private static boolean playwrightInstalls() throws IOException, InterruptedException {
        System.out.println("No browser found: Playwright installs its own");
        return run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
