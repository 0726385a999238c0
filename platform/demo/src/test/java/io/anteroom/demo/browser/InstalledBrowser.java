package io.anteroom.demo.browser;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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

    private static final File LOG = new File("target", "browser-installation.log");

    /** Runs a command to its end, and says whether it went well. */
    interface Shell {
        boolean run(String... command) throws InterruptedException;
    }

    private final String path;
    private final boolean rootOnDebian;
    private final Shell shell;

    InstalledBrowser(String path, boolean rootOnDebian, Shell shell) {
        this.path = path;
        this.rootOnDebian = rootOnDebian;
        this.shell = shell;
    }

    static InstalledBrowser ofThisMachine() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new InstalledBrowser(
                Objects.requireNonNullElse(System.getenv("PATH"), ""),
                root && Files.exists(Path.of("/etc/debian_version")),
                InstalledBrowser::run);
    }

    /**
     * The browser to start, or nothing if Playwright has just installed its own.
     *
     * @throws IllegalStateException if there is none and none could be installed; it says what to do
     */
    Optional<Path> find() throws InterruptedException {
        var installed = installed();
        if (installed.isEmpty() && rootOnDebian && installsPackage()) {
            installed = installed();
        }
        if (installed.isPresent() || playwrightInstalls()) {
            return installed;
        }
        throw new IllegalStateException("The browser tests need Chromium or Chrome, there is none on PATH, and neither"
                + " apt-get nor Playwright could install one (" + LOG + " says why). Install Chromium (on Debian:"
                + " apt-get install chromium), or name one with -Danteroom.browser=/path/to/chrome.");
    }

    private Optional<Path> installed() throws InterruptedException {
        var named = Stream.ofNullable(System.getProperty("anteroom.browser")).map(Path::of);
        var onPath = Stream.of(path.split(":", -1))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> COMMANDS.stream().map(command -> Path.of(directory, command)));
        var candidates = Stream.of(named, onPath, APPLICATIONS.stream())
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .toList();
        for (var candidate : candidates) {
            // A package manager may have left a script there that only says what to install.
            if (shell.run(candidate.toString(), "--version")) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private boolean installsPackage() throws InterruptedException {
        System.out.println("No browser found: installing Debian's package chromium");
        return shell.run("apt-get", "install", "-y", "chromium")
                || (shell.run("apt-get", "update") && shell.run("apt-get", "install", "-y", "chromium"));
    }

    /** Playwright's installer ends the JVM it runs in, so it gets one of its own. */
    private boolean playwrightInstalls() throws InterruptedException {
        System.out.println("No browser found: Playwright installs its own");
        return shell.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
    }

    private static boolean run(String... command) throws InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(LOG));
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            return process.start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
