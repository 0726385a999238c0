package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

/** A passkey's life, on a phone that Chromium pretends to have. */
class PasskeyTest {

    private final Album album = new Album("passkey-");

    @Test
    void aPatientAddsAPasskeySignsInAndOpensRecordsWithItAndRemovesIt() {
        var nora = NewPatient.at(RunningDemo.shared(), "Nora");
        try (var patient = Person.onAPhone(album)) {
            var phone = new PasskeyPhone(patient);
            phone.isUnlockedByAFinger();
            new Records(patient).signsIn(nora);
            phone.addsOne(nora);
            phone.signsOut();
            phone.signsInWithIt(nora);
            phone.opensRecordsWithIt();
            phone.removesIt();
            phone.signsOut();
            phone.isNotLetInAnyMore();
        }
        assertThat(album.flaws()).isEmpty();
    }
}
