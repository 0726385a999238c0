package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

/** Clinical records behind the fresh check. */
class RecordsTest {

    private final Album album = new Album("records-");

    @Test
    void aPatientProvesAnewWhoTheyAreSeesWhoUsedTheirRecordAndLocksIt() {
        var mina = NewPatient.at(RunningDemo.shared(), "Mina");
        try (var patient = Person.onAPhone(album)) {
            var records = new Records(patient);
            records.signsIn(mina);
            records.wantsToSeeWhoUsedThem();
            records.entersAWrongCode(mina);
            records.entersTheCode(mina);
            records.readsWhoUsedThem();
            records.locksThem();
        }
        assertThat(album.flaws()).isEmpty();
    }
}
