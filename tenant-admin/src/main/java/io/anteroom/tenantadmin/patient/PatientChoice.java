package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.patient.PatientRow;
import io.anteroom.webkit.StaffPage;
import java.util.List;

/**
 * A page that asks which patient something is for, before it begins.
 *
 * @param page the frame, whose title is the heading
 * @param back where it came from
 * @param backTo that page's name
 * @param question what is asked
 * @param typed what was searched for
 * @param found the patients that were found by it
 * @param patients the address of all patients
 * @param begins what follows a patient's own address where it begins
 * @param formats how the clinic writes dates
 */
public record PatientChoice(
        StaffPage page,
        String back,
        String backTo,
        String question,
        String typed,
        List<PatientRow> found,
        String patients,
        String begins,
        Formats formats) {

    /** Where it begins for one patient. */
    public String leadsTo(PatientRow row) {
        return patients + "/" + row.id().value() + begins;
    }

    /** Where a patient is added. */
    public String newPatient() {
        return patients + "/new";
    }
}
