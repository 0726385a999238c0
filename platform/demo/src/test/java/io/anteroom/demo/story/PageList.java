package io.anteroom.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code pages.txt}: every route, and who looks at it.
 *
 * @param how by route: empty where it is walked, else a story, as in {@code in FamilyTest}, or why it is no page
 */
record PageList(Map<String, String> how) {

    private static final Path FILE = Path.of("src", "test", "resources", "pages.txt");

    private static final String STORY = "in ";

    static PageList read() {
        Map<String, String> how = new LinkedHashMap<>();
        try {
            Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" - ", 2))
                    .forEach(parts -> how.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageList(how);
    }

    /** The routes that the walk through all pages is to find. */
    Set<String> walked() {
        return where(String::isEmpty);
    }

    /** The routes of which a story, a class by its simple name, looks at a page. */
    Set<String> in(String story) {
        return where((STORY + story)::equals);
    }

    /** The stories that look at one. */
    Set<String> stories() {
        return how.values().stream()
                .filter(way -> way.startsWith(STORY))
                .map(way -> way.substring(STORY.length()))
                .collect(Collectors.toSet());
    }

    /** The routes that are no pages, by what they are instead. */
    Map<String, NoPage> noPages() {
        return how.entrySet().stream()
                .filter(line -> !line.getValue().isEmpty() && !line.getValue().startsWith(STORY))
                .collect(Collectors.toMap(Map.Entry::getKey, line -> NoPage.of(line.getValue())));
    }

    private Set<String> where(Predicate<String> way) {
        return how.entrySet().stream()
                .filter(line -> way.test(line.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
