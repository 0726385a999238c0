package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.StandingRecord;
import org.springframework.stereotype.Component;

/** The record a page of this tab belongs to. */
@Component
public class PatientRecord {

    private final Patients patients;

    PatientRecord(Patients patients) {
        this.patients = patients;
    }

    /** The patient of that number, or the answer that there is no such page, or that it is another by now. */
    public Patient find(long id) {
        return StandingRecord.find(patients, id);
    }

    /** The address of the tab. */
    public static String url(long id) {
        return "/o/" + CurrentTenant.get().slug() + "/patients/" + id + "/online-access";
    }
}
