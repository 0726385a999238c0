package io.anteroom.clinic.export;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.export.content.CopyReach;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of everything about a patient.
 *
 * @param account who asked for it, and alone may fetch it
 * @param reach how much it holds
 * @param language of its pages
 * @param ready what there is to fetch, or null while it is being made
 */
public record PatientExport(
        ExportId id,
        PatientId patient,
        AccountId account,
        CopyReach reach,
        Language language,
        Instant askedAt,
        @Nullable Ready ready) {

    /**
     * That it is there.
     *
     * @param expires when it goes
     * @param file its bytes
     * @param size how many they are
     */
    public record Ready(Instant madeAt, Instant expires, FileId file, long size) {}
}
