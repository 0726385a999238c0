package io.anteroom.demo.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one headless browser of this JVM, started when first asked for, with an empty profile and no traffic of its own. A visit
 * keeps to one process whichever of the product's hosts it goes to, rather than start one for each arrival.
 * Playwright's objects belong to the thread that made them: visit from the tests' thread only.
 */
public final class Browser {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-site-isolation-trials",
            "--renderer-process-limit=1",
            "--disable-component-update",
            "--disable-sync");

    private static final class Shared {
        private static final Browser INSTANCE = new Browser();
    }

    private final com.microsoft.playwright.Browser browser;

    private Browser() {
        try {
            var options = new LaunchOptions().setHeadless(true).setArgs(FLAGS);
            found().ifPresent(options::setExecutablePath);
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(options);
            PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE_MILLIS);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** One process after the other, so that only the first one installs a browser where there is none. */
    private static Optional<Path> found() throws InterruptedException {
        var lock = Path.of("target", "browser.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            return InstalledBrowser.ofThisMachine().find();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The browser all tests share. */
    public static Browser shared() {
        return Shared.INSTANCE;
    }

    /** A visit by somebody who was never here, on that screen: no cookies, English, one page open. */
    public Visit visit(Screen screen, Album album) {
        return new Visit(browser, screen, album);
    }
}
