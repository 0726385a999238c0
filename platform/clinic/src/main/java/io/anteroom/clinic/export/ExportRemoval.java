package io.anteroom.clinic.export;

import io.anteroom.clinic.file.Files;
import org.springframework.stereotype.Component;

/** Forgets a copy, and lets go of its file. */
@Component
class ExportRemoval {

    private final ExportRows rows;
    private final Files files;

    ExportRemoval(ExportRows rows, Files files) {
        this.rows = rows;
        this.files = files;
    }

    void remove(PatientExport export) {
        rows.gone(export.id());
        if (export.ready() != null) {
            files.release(export.ready().file());
        }
    }
}
