package io.anteroom.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What came of each fault on each path, as it is kept in the documentation. */
final class ProofTable {

    private static final String BEGIN = "<!-- proof: begin -->\n";
    private static final String END = "<!-- proof: end -->";

    private final Map<ProofFault, Map<ProofPath, String>> rows = new EnumMap<>(ProofFault.class);

    void put(ProofPath path, ProofFault fault, String cell) {
        rows.computeIfAbsent(fault, _ -> new EnumMap<>(ProofPath.class)).put(path, cell);
    }

    /** Whether every cell was tried. */
    boolean isWhole() {
        return rows.size() == ProofFault.values().length
                && rows.values().stream().allMatch(row -> row.size() == ProofPath.values().length);
    }

    void print() {
        LoggerFactory.getLogger(ProofTest.class).info("In JPY, GBP and KWD each:\n{}", this);
    }

    /** The table in the documentation. */
    String kept() {
        try {
            String page = Files.readString(Path.of("..", "..", "docs", "payments.md"));
            int begin = page.indexOf(BEGIN);
            int end = page.indexOf(END);
            return begin < 0 || end < begin ? "" : page.substring(begin + BEGIN.length(), end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Markdown. */
    @Override
    public String toString() {
        String head = row("fault", Stream.of(ProofPath.values()).map(ProofPath::title));
        String line = "|" + "---|".repeat(ProofPath.values().length + 1) + "\n";
        return head
                + line
                + rows.entrySet().stream()
                        .map(row -> row(row.getKey().title(), row.getValue().values().stream()))
                        .collect(Collectors.joining());
    }

    private static String row(String title, Stream<String> cells) {
        return "| " + title + " | " + cells.collect(Collectors.joining(" | ")) + " |\n";
    }
}
