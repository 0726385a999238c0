package io.anteroom.clinic.export;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of everything about a patient.
 *
 * @param account who asked for it, and alone may fetch it
 * @param own whether that is the patient
 * @param language of its pages
 * @param ready what there is to fetch, or null while it is being made
 */
public record PatientExport(
        ExportId id,
        PatientId patient,
        AccountId account,
        boolean own,
        Language language,
        Instant askedAt,
        @Nullable Ready ready) {

    /**
     * That it is there.
     *
     * @param expires when it goes
     * @param size bytes
     */
    public record Ready(Instant madeAt, Instant expires, long size) {}
}
