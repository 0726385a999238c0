package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

/** A plan and a result reach a patient: the one at once, the other when a clinician has gone over it. */
class ClinicalRecordTest {

    private static final String OLIVIA = "olivia@harbour.example";

    private final Album album = new Album("clinical-");

    @Test
    void staffShareAPlanAndAResultAndThePatientReadsThemAndSeesWhoLooked() {
        var nora = NewPatient.at(RunningDemo.shared(), "Nora");
        try (var staff = Person.atADesk(album);
                var patient = Person.onAPhone(album)) {
            KeycloakDoor.signsIn(staff, OLIVIA, "/o/harbour/patients");
            new Records(patient).signsIn(nora);
            var record = new ClinicalRecord(staff, patient, nora);
            record.isOpened();
            record.getsAPlan();
            record.getsAResult();
            record.isReadByThePatient();
            record.hasItsResultReleased();
            record.hasItsResultRead();
            record.isCorrected();
            record.getsADocument();
            record.hasItsDocumentCorrectedByTwo();
            record.showsWhoLooked();
            record.isInTheLogOfStaff();
        }
        assertThat(album.flaws()).isEmpty();
    }
}
