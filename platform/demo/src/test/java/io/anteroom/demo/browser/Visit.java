package io.anteroom.demo.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person's window on the application. Close it, and its cookies are gone. */
public final class Visit implements AutoCloseable {

    static final double PATIENCE_MILLIS = 20_000;

    /** What htmx says of a request that the browser broke off; of one that failed it says more. */
    private static final List<String> LEFT_BEHIND = List.of("htmx:sendAbort", "htmx:afterRequest");

    /**
     * From its top, when what moves has arrived and with its own letters: how wide it is; whether a list scrolls, of which one
     * that is made to, such as the rows of a file, says so to the keyboard, and operators have no phones; and whether it goes
     * on below its body, as far as which goes what sticks to the screen or keeps clear of it.
     */
    private static final String MEASURES = """
            async () => {
              scrollTo({ top: 0, behavior: 'instant' });
              document.getAnimations()
                  .filter(moving => moving.effect?.getComputedTiming().endTime < Infinity)
                  .forEach(moving => moving.finish());
              await document.fonts.ready;
              return [
                document.documentElement.scrollWidth,
                [...document.querySelectorAll('body:not(.platform) .table-frame:not([tabindex])')]
                    .some(frame => frame.scrollWidth > frame.clientWidth),
                document.body.matches('.portal, .staff, .platform')
                    && document.documentElement.scrollHeight > Math.ceil(document.body.getBoundingClientRect().height),
              ];
            }""";

    /** Where nothing had the focus, the next Tab leads to the first control again. */
    private static final String FOCUSES_AGAIN = """
            () => {
              const was = window.wasFocused;
              if (was && was !== document.body && was.isConnected) {
                was.focus({ preventScroll: true });
                return;
              }
              const start = document.createElement('div');
              start.tabIndex = -1;
              document.body.prepend(start);
              start.focus({ preventScroll: true });
              start.remove();
            }""";

    private final Screen screen;
    private final Album album;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private boolean asked;

    Visit(com.microsoft.playwright.Browser browser, Screen screen, Album album) {
        this.screen = screen;
        this.album = album;
        context = browser.newContext(new NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setReducedMotion(
                        ReducedMotion.REDUCE) // a click is lost where the page still glides to what is clicked
                .setHasTouch(screen == Screen.PHONE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(this::noteError);
        context.onWebError(error -> errors.add(error.error()));
        Accessibility.prepare(context);
        Inspection.prepare(context);
        page = context.newPage();
        page.onResponse(this::noteArrival);
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
     * Looks at the page as it stands, on every screen, and notes in the album as its flaws each accessibility
     * violation on the visitor's own screen, scrolling sideways, of a list on a phone too, a body that ends before the page, and the
     * script and policy errors since the last look; with a picture, if there are any or the album is to have one. On both
     * screens pages are held to the rules by an {@link Inspection}.
     */
    public void seen(String name) {
        seen(name, false);
    }

    /** The same, and all that an {@link Inspection} looks for besides; the focus stays where it was. */
    public void inspected(String name) {
        seen(name, true);
    }

    /** Whether the page is what its address alone leads to: not the answer to a form, and no refusal. */
    public boolean isOfItsAddress() {
        return asked;
    }

    private void seen(String name, boolean inspected) {
        page.waitForLoadState(); // its words may be there before its stylesheets are
        var numbered = album.number(name);
        for (var width : Screen.values()) {
            if (width != screen) {
                look(numbered, width, false);
            }
        }
        look(numbered, screen, !inspected);
        int before = album.flaws().size();
        if (inspected) {
            inspect(numbered);
        }
        errors.forEach(error -> album.flaw(numbered, error));
        errors.clear();
        if (album.flaws().size() > before) {
            photograph(album.picture(numbered, screen));
        }
    }

    private void inspect(String numbered) {
        page.evaluate("window.wasFocused = document.activeElement");
        Inspection.of(page).forEach(flaw -> album.flaw(numbered + " " + page.url(), flaw));
        page.setViewportSize(screen.width, screen.height);
        page.evaluate(FOCUSES_AGAIN);
    }

    private void look(String numbered, Screen width, boolean rules) {
        page.setViewportSize(width.width, width.height);
        var measured = (List<?>) page.evaluate(MEASURES);
        var at = numbered + " " + page.url() + " at " + width.width + " px";
        int before = album.flaws().size();
        if (rules) {
            Accessibility.violations(page).forEach(violation -> album.flaw(at, violation));
        }
        var wide = measured.get(0);
        if (((Number) wide).intValue() > width.width) {
            album.flaw(at, "scrolls sideways, it is " + wide + " px wide");
        }
        if (width == Screen.PHONE && (boolean) measured.get(1)) {
            album.flaw(at, "has a list that scrolls sideways");
        }
        if ((boolean) measured.get(2)) {
            album.flaw(at, "goes on below its body");
        }
        if (album.isOfAll() || album.flaws().size() > before) {
            photograph(album.picture(numbered, width));
        }
    }

    private void photograph(Path picture) {
        page.screenshot(new ScreenshotOptions()
                .setPath(picture)
                .setFullPage(true)
                .setCaret(ScreenshotCaret.INITIAL) // hiding it leaves style attributes behind, which the policy refuses
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private void noteArrival(Response response) {
        var request = response.request();
        if (request.isNavigationRequest() && request.frame().equals(page.mainFrame())) {
            asked = request.method().equals("GET") && response.ok();
        }
    }

    /**
     * An answer of 4xx to the page itself is logged as an error too, and is often what a test wants. So is a part of a page that was still on its
     * way when the person went on to another.
     */
    private void noteError(ConsoleMessage message) {
        boolean pageItself = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(message.page().url());
        boolean wentOn = LEFT_BEHIND.stream().anyMatch(message.text()::startsWith);
        if (message.type().equals("error") && !pageItself && !wentOn) {
            errors.add(message.text() + " " + message.location());
        }
    }

    /** Leaves a picture of the last page behind, which is the one where a test failed, if it did. */
    @Override
    public void close() {
        page.screenshot(new ScreenshotOptions().setPath(album.last(screen)));
        context.close();
    }
}
