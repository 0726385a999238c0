package io.anteroom.bench;

import java.util.ArrayList;
import java.util.List;

/** The rows, in the order in which they came. */
public final class Report {

    private final Progress progress;
    private final List<Row> rows = new ArrayList<>();

    Report(Progress progress) {
        this.progress = progress;
    }

    /** Adds a row, and says it at once. */
    public void add(Row row) {
        rows.add(row);
        progress.say("    " + Table.line(row));
    }

    /** The ratio of {@code measured} to {@code against}. */
    public void ratio(int item, Figures measured, Figures against, Aim aim, String note) {
        add(new Row(item, measured, against, aim, note));
    }

    /** A figure that speaks for itself. */
    public void figure(int item, Figures measured, Aim aim, String note) {
        add(new Row(item, measured, null, aim, note));
    }

    /** By item, and within one as they came. */
    List<Row> rows() {
        return rows.stream()
                .sorted((one, other) -> Integer.compare(one.item(), other.item()))
                .toList();
    }
}
