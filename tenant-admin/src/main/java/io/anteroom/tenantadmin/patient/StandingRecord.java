package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.webkit.problem.NoSuchPageException;

/** Finds the record a page is about. */
public final class StandingRecord {

    private StandingRecord() {}

    /**
     * The record of that number.
     *
     * @throws RecordWentException if it went into another one, which is shown in its place
     * @throws NoSuchPageException if there never was one
     */
    public static Patient find(Patients patients, long id) {
        return patients.find(new PatientId(id))
                .orElseThrow(() -> patients.findMergedInto(id)
                        .<NoSuchPageException>map(into -> new RecordWentException(new PatientId(into)))
                        .orElseGet(NoSuchPageException::new));
    }
}
