package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

/** Codes on paper, from the printer to the sign-in page. */
class RecoverySheetTest {

    private final Album album = new Album("recovery-");

    @Test
    void aPatientPrintsRecoveryCodesAndSignsInWithOne() {
        var iris = NewPatient.at(RunningDemo.shared(), "Iris");
        try (var patient = Person.onAPhone(album)) {
            var sheet = new RecoverySheet(patient);
            new Records(patient).signsIn(iris);
            sheet.isPrinted(iris);
            sheet.looksLikeASheetOnPaper();
            sheet.isUsedToSignIn(iris);
        }
        assertThat(album.flaws()).isEmpty();
    }
}
