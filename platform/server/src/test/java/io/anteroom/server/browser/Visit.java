package io.anteroom.server.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One person's window on the application. Close it, and its cookies are gone. */
public final class Visit implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 15_000;

    private final Screen screen;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Visit(com.microsoft.playwright.Browser browser, Screen screen) {
        this.screen = screen;
        context = browser.newContext(new NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setHasTouch(screen == Screen.PHONE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(this::noteError);
        context.onWebError(error -> errors.add(error.error()));
        page = context.newPage();
    }

    /** The page, to click and type on. */
    public Page page() {
        return page;
    }

    /** Cookies, further tabs, and what else belongs to the whole window. */
    public BrowserContext context() {
        return context;
    }

    /**
     * Looks at the page as it stands: no accessibility violation, no script or policy error so far, and a screenshot in
     * {@code target/screenshots/<name>-<width>.png}.
     */
    public void check(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + screen.width + ".png"))
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError("%s (%s) has %d accessibility violations:%n%s"
                    .formatted(name, page.url(), violations.size(), describe(violations)));
        }
        if (!errors.isEmpty()) {
            throw new AssertionError("%s (%s) logged errors: %s".formatted(name, page.url(), errors));
        }
    }

    /** An answer of 4xx to the page itself is logged as an error too, and is often what a test wants. */
    private void noteError(ConsoleMessage message) {
        boolean pageItself = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(message.page().url());
        if (message.type().equals("error") && !pageItself) {
            errors.add(message.text() + " " + message.location());
        }
    }

    private static String describe(List<Rule> violations) {
        return violations.stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n"
                        + rule.getNodes().stream()
                                .map(node -> "    " + node.getHtml())
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        context.close();
    }
}
