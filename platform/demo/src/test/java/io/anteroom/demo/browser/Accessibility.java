package io.anteroom.demo.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Axe's rules on a page as it stands. The script comes into each page once, however often it is looked at, and only what is
 * wrong is handed back: the library's own way hands over the half megabyte and the whole report each time, which took
 * most of a look.
 */
final class Accessibility {

    private static final String AXE = read("/axe.min.js");

    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String VIOLATIONS = """
            async (tags) => (await axe.run(document, {
                resultTypes: ['violations'],
                ...(tags.length ? { runOnly: tags } : {}),
            })).violations.map(rule =>
                `${rule.id}, ${rule.help}\\n` + rule.nodes.map(node => `    ${node.html}`).join('\\n'))""";

    private Accessibility() {}

    /** What violates a rule, each with its elements; empty where nothing does. */
    static List<String> violations(Page page) {
        return violations(page, List.of());
    }

    /** The same with the rules of WCAG 2.2 AA that axe leaves out by itself, which is how large a target is. */
    static List<String> violationsOfAllRules(Page page) {
        return violations(page, ALL);
    }

    private static List<String> violations(Page page, List<String> tags) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
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
