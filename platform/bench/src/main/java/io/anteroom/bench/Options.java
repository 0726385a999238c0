package io.anteroom.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for.
 *
 * @param size how much is measured
 * @param only the items to measure; empty for all
 * @param directory for the database, logs and results
 * @param result where the results are written once more
 */
record Options(Size size, Set<Integer> only, Path directory, Path result) {

    static Options ofSystemProperties() {
        return new Options(
                Size.valueOf(System.getProperty("bench.size", "full").strip().toUpperCase(Locale.ROOT)),
                items(System.getProperty("bench.only", "")),
                path("bench.directory", "target"),
                path("bench.result", "target/bench.json"));
    }

    static Set<Integer> items(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Path path(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath().normalize();
    }

    boolean wants(int item) {
        return only.isEmpty() || only.contains(item);
    }

    boolean wants(Part part) {
        return part.items().stream().anyMatch(this::wants);
    }
}
