package io.anteroom.clinic.patient.intake;

import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;

/** What the worker does for a file: checks its rows, or makes patients of them. */
@Component
class ImportWork implements WorkHandler {

    static final String KIND = "patient-import";

    private final RowCheck check;
    private final Admission admission;

    ImportWork(RowCheck check, Admission admission) {
        this.check = check;
        this.admission = admission;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        ImportId id = ImportId.parse(ref).orElseThrow();
        boolean more = true;
        while (more) {
            more = check.next(id);
        }
        admission.admit(id);
    }
}
