package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.DateOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, as it stands.
 *
 * @param rowCount rows in the file, without the header
 * @param checked rows read so far
 * @param imported patients added; 0 until it is done
 * @param duplicates rows left out, as their patients are known already or stand in the file twice
 * @param errors rows left out, as something in them cannot be read
 * @param byName who brought it
 */
public record PatientImport(
        ImportId id,
        ImportState state,
        String fileName,
        String charset,
        char delimiter,
        List<String> header,
        ColumnMapping mapping,
        DateOrder dateOrder,
        int rowCount,
        int checked,
        int imported,
        int duplicates,
        int errors,
        String bySubject,
        String byName,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Rows that will become patients, once all are checked. */
    public int ready() {
        return checked - duplicates - errors;
    }

    /** How far the checking is, in percent. */
    public int percent() {
        return rowCount == 0 ? 0 : (int) (100L * checked / rowCount);
    }
}
