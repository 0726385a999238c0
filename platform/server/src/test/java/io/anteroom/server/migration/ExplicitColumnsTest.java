package io.anteroom.server.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL that does not name its columns breaks when the next release adds one. */
class ExplicitColumnsTest {

    private static final Pattern UNNAMED = Pattern.compile(
            "select\\s+(distinct\\s+)?\\*|returning\\s+\\*|insert\\s+into\\s+[a-z0-9_.]+\\s+(values|select)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALL_OF_A_TABLE = Pattern.compile("\\b[a-z_]+\\.\\*\\s*(,|from\\b)");

    @Test
    void sqlNamesItsColumns() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(400);
        for (Path source : sources) {
            String text = Files.readString(source);
            find(UNNAMED, source, text, found);
            if (text.contains("__tenant__")) {
                find(ALL_OF_A_TABLE, source, text, found);
            }
        }
        assertThat(found).isEmpty();
    }

    private static void find(Pattern pattern, Path source, String text, List<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(source + ": " + matcher.group());
        }
    }

    /** The main code of every module; tests run in their module's folder. */
    private static List<Path> sources() throws IOException {
        Path root = Path.of("..", "..");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> root.relativize(file).toString().contains("src/main/java"))
                    .toList();
        }
    }
}
