package io.anteroom.clinic.record;

import java.util.List;
import java.util.Map;

/**
 * A page of a patient's entries.
 *
 * @param rows the entries on it
 * @param counts how many there are of each kind
 */
public record RecordPage(List<RecordRow> rows, Map<RecordKind, Long> counts) {

    /** How many are on a page. */
    public static final int SIZE = 50;

    /** Copies both. */
    public RecordPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    /** How many there are in all. */
    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
