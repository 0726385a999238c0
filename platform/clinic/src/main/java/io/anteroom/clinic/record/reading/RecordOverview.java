package io.anteroom.clinic.record.reading;

import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.record.RecordKind;
import java.util.List;

/**
 * What a patient finds first: of each kind some entries, and how many there are.
 *
 * @param patient whose record it is
 * @param parts of the kinds of which there are any, in their order
 * @param waits whether the one who reads chose to see new entries only after a clinician has gone over them
 * @param waiting how many are not shown for that reason
 * @param mayWait whether the clinic leaves that choice for anything
 */
public record RecordOverview(VisiblePatient patient, List<Part> parts, boolean waits, long waiting, boolean mayWait) {

    /** Copies the list. */
    public RecordOverview {
        parts = List.copyOf(parts);
    }

    /**
     * A kind.
     *
     * @param rows some of its entries, what still holds first, then the newest
     * @param number how many there are
     */
    public record Part(RecordKind kind, List<SharedRow> rows, long number) {

        /** Copies the list. */
        public Part {
            rows = List.copyOf(rows);
        }

        /** Whether there are more than are shown. */
        public boolean more() {
            return number > rows.size();
        }
    }
}
