package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.audit.AuditPosition;
import java.util.List;
import java.util.Optional;

/**
 * A page of who used a record, the newest first.
 *
 * @param patient whose record it is
 * @param more whether there are older ones
 */
public record RecordUses(VisiblePatient patient, List<RecordUse> uses, boolean more) {

    /** Copies the uses. */
    public RecordUses {
        uses = List.copyOf(uses);
    }

    /** Where the next page begins. */
    public Optional<AuditPosition> next() {
        return more ? Optional.of(uses.getLast().position()) : Optional.empty();
    }
}
