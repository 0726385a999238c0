package io.anteroom.portal.family;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import java.util.List;

/**
 * A patient to act for.
 *
 * @param id the patient's number
 * @param name the patient's name
 * @param note what the person is to the patient, and how much the access opens
 * @param chosen whether it is the one acted for now
 */
public record PatientChoice(String id, String name, String note, boolean chosen) {

    static List<PatientChoice> of(VisibleChart chart) {
        return chart.patients().stream()
                .map(patient -> new PatientChoice(
                        patient.id().toString(),
                        patient.name(),
                        note(patient),
                        chart.actingFor().filter(patient::equals).isPresent()))
                .toList();
    }

    private static String note(VisiblePatient patient) {
        return AccessWords.you(patient.relationship()) + " · "
                + AccessWords.opens(patient.relationship(), patient.level(), patient.scopes());
    }
}
