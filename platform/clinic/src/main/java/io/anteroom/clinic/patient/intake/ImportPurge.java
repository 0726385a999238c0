package io.anteroom.clinic.patient.intake;

import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes a file's staged rows some days after it came, and the file itself if nothing was made of it. */
@Component
class ImportPurge implements WorkHandler {

    static final String KIND = "patient-import-purge";

    private final ImportFiles files;
    private final ImportRows rows;
    private final TransactionTemplate transactions;

    ImportPurge(ImportFiles files, ImportRows rows, TransactionTemplate transactions) {
        this.files = files;
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        ImportId id = ImportId.parse(ref).orElseThrow();
        transactions.executeWithoutResult(_ -> files.lock(id).ifPresent(file -> {
            if (file.state() == ImportState.DONE) {
                rows.deleteAll(id);
            } else {
                files.delete(id);
            }
        }));
    }
}
