package io.anteroom.stripeemulator.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the emulator answers, where it differs from Stripe, and what it leaves out: read from {@code coverage.txt}. */
public final class Coverage {

    private static final Map<String, List<String>> PARTS = read();

    private Coverage() {}

    /** Its routes, as {@code POST /v1/refunds}, each with what it does. */
    public static Map<String, String> answers() {
        Map<String, String> routes = new LinkedHashMap<>();
        for (String line : part("Answers")) {
            String[] halves = line.split(" \\| ", 2);
            routes.put(halves[0], halves[1]);
        }
        return routes;
    }

    /** Where it does otherwise than Stripe, or Stripe's documentation does not say. */
    public static List<String> differs() {
        return part("Differs");
    }

    /** What Stripe does and it does not. */
    public static List<String> leavesOut() {
        return part("Leaves out");
    }

    /** The same as a page's content. */
    static String page() {
        return """
            <main class="narrow card">
            <h1>What this emulator does, and what it does not</h1>
            <p><a href="/">Back to the start</a></p>
            <h2>It does not do</h2>
            %s
            <h2>It does otherwise than Stripe</h2>
            %s
            <h2>It answers</h2>
            %s
            </main>
            """.formatted(
                        list(leavesOut()),
                        list(differs()),
                        answers().entrySet().stream()
                                .map(route -> "<dt><code>%s</code></dt><dd>%s</dd>"
                                        .formatted(Html.escape(route.getKey()), Html.escape(route.getValue())))
                                .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>")));
    }

    private static String list(List<String> lines) {
        return lines.stream()
                .map(line -> "<li>" + Html.escape(line) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static List<String> part(String name) {
        return PARTS.getOrDefault(name, List.of());
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("# ")) {
                current = parts.computeIfAbsent(line.substring(2), _ -> new ArrayList<>());
            } else if (!line.isBlank()) {
                current.add(line);
            }
        }
        return parts;
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Coverage.class.getResourceAsStream("coverage.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
