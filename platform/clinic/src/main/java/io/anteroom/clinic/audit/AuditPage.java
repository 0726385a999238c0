package io.anteroom.clinic.audit;

import java.util.List;
import java.util.Optional;

/**
 * A page of the log, the newest first.
 *
 * @param more whether there are older entries
 */
public record AuditPage(List<AuditLine> lines, boolean more) {

    /** How many lines a page has. */
    public static final int SIZE = 50;

    /** Where the next page begins. */
    public Optional<AuditPosition> next() {
        return more ? Optional.of(lines.getLast().position()) : Optional.empty();
    }
}
