package io.anteroom.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table as it is printed. */
final class Table {

    private static final String LINE = "%-4s %-74s %9s %17s %9s  %s";

    private Table() {}

    static String of(List<Row> rows) {
        StringBuilder table =
                new StringBuilder(LINE.formatted("item", "what / what", "median", "least - most", "aim", "")
                        .stripTrailing());
        rows.forEach(row -> table.append('\n').append(line(row)).append(notes(row)));
        return table.append('\n').toString();
    }

    static String line(Row row) {
        Figures outcome = row.outcome();
        return LINE.formatted(
                        row.item(),
                        name(row.measured(), row.against()),
                        Numbers.shortly(row.value()),
                        Numbers.shortly(outcome.least()) + " - " + Numbers.shortly(outcome.most()),
                        row.aim(),
                        row.aim().kind() == Aim.Kind.NONE ? "" : row.isMet() ? "met" : "SHORT")
                .stripTrailing();
    }

    private static String name(Figures measured, @Nullable Figures against) {
        return against == null ? measured.name() + ", " + measured.unit() : measured.name() + " / " + against.name();
    }

    private static String notes(Row row) {
        StringBuilder notes = new StringBuilder();
        if (row.against() != null) {
            notes.append("\n       ")
                    .append(figure(row.measured()))
                    .append(" / ")
                    .append(figure(row.against()));
        }
        return row.note().isEmpty() ? notes.toString() : notes + "\n       " + row.note();
    }

    private static String figure(Figures figures) {
        return Numbers.shortly(figures.value()) + (figures.unit().isEmpty() ? "" : " " + figures.unit());
    }
}
