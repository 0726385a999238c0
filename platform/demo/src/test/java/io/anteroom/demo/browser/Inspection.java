package io.anteroom.demo.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether somebody can use a page who has a narrow phone, large letters, no mouse, colours of their own or no wish for
 * motion: what WCAG 2.2 AA asks of every page, without pictures and in about a second.
 */
public final class Inspection {

    private static final String SCRIPT = script();
    private static final int PHONE = 390;
    private static final int NARROW = 320;
    private static final int DESK = 1280;
    private static final int HEIGHT = 844;

    /** What a desk's 1280 px are where the browser shows everything twice as large. */
    private static final int ZOOMED = 640;

    private final Page page;
    private final List<String> flaws = new ArrayList<>();

    private Inspection(Page page) {
        this.page = page;
    }

    /** Has what looks for it ready on every page of that window from now on. */
    static void prepare(BrowserContext context) {
        context.addInitScript(SCRIPT);
    }

    /** What is wrong with the page as it stands, each in a line. It is left as wide as a phone. */
    public static List<String> of(Page page) {
        var inspection = new Inspection(page);
        inspection.run();
        return inspection.flaws;
    }

    /** The addresses on the same host that the page leads to. */
    @SuppressWarnings("unchecked")
    public static List<String> links(Page page) {
        return (List<String>) page.evaluate("inspection.links()");
    }

    private void run() {
        page.setViewportSize(PHONE, HEIGHT);
        note("at 390 px ", "frame", "width");
        rules("at 390 px ");
        page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.keyboard().press("Tab");
        note("", "forced", "motion", "focus");
        page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        page.setViewportSize(NARROW, HEIGHT);
        note("at 320 px ", "width", "text");
        page.setViewportSize(ZOOMED, HEIGHT);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        note("with letters twice as large ", "width", "text");
        page.evaluate("document.documentElement.style.fontSize = ''");
        page.setViewportSize(DESK, HEIGHT);
        note("at 1280 px ", "width");
        rules("at 1280 px ");
        page.setViewportSize(PHONE, HEIGHT);
    }

    private void rules(String when) {
        Accessibility.violationsOfAllRules(page).forEach(violation -> flaws.add(when + violation));
    }

    private void note(String when, String... parts) {
        ((List<?>) page.evaluate("parts => parts.flatMap(part => inspection[part]())", List.of(parts)))
                .forEach(flaw -> flaws.add(when + flaw));
    }

    private static String script() {
        try (var script = Inspection.class.getResourceAsStream("inspection.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
