package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.webkit.problem.NoSuchPageException;

/** Thrown for a page of a record that went into another one: {@link MergedRecordAdvice} leads there. */
public final class RecordWentException extends NoSuchPageException {

    private static final long serialVersionUID = 1L;

    private final long into;

    RecordWentException(PatientId into) {
        this.into = into.value();
    }

    long into() {
        return into;
    }
}
