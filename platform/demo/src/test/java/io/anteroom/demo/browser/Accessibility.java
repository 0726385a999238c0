package io.anteroom.demo.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Axe's rules on a page as it stands. The browser is given the script once for each visit and has it ready on every page, and
 * only what is wrong is handed back: the library's own way hands over the half megabyte and the whole report each time,
 * which took most of a look.
 */
final class Accessibility {

    private static final String READY = "window.bringAxe = () => {" + read("/axe.min.js") + "\n};";

    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String VIOLATIONS = """
            async (tags) => {
              if (!window.axe) bringAxe();
              return (await axe.run(document, {
                resultTypes: ['violations'],
                preload: false,
                ...(tags.length ? { runOnly: tags } : {}),
              })).violations.map(rule =>
                `${rule.id}, ${rule.help}\\n` + rule.nodes.map(node => `    ${node.html}`).join('\\n'));
            }""";

    private Accessibility() {}

    /** Has the rules ready on every page of that window from now on. */
    static void prepare(BrowserContext context) {
        context.addInitScript(READY);
    }

    /** What violates a rule, each with its elements; empty where nothing does. */
    static List<String> violations(Page page) {
        return violations(page, List.of());
    }

    /** The same with the rules of WCAG 2.2 AA that axe leaves out by itself, which is how large a target is. */
    static List<String> violationsOfAllRules(Page page) {
        return violations(page, ALL);
    }

    private static List<String> violations(Page page, List<String> tags) {
        return ((List<?>) page.evaluate(VIOLATIONS, tags))
                .stream().map(String::valueOf).toList();
    }

    private static String read(String resource) {
        try (var script = AxeBuilder.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
