package io.anteroom.clinic.record.reading;

import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordKind;

/** One entry that was opened by its number. */
public sealed interface SharedEntry {

    /** Whose it is. */
    VisiblePatient patient();

    /** It can be read. */
    record Shown(VisiblePatient patient, RecordEntry entry) implements SharedEntry {}

    /**
     * It could be, and the clinic has withdrawn it: what it said is no longer shown, and why is.
     *
     * @param kind what it was
     */
    record Withdrawn(VisiblePatient patient, RecordKind kind, RecordEntry.Withdrawal withdrawal)
            implements SharedEntry {}
}
