package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.tenancy.known.KnownPortals;
import org.junit.jupiter.api.Test;

/** Somebody who no longer knows where their portals are. */
class FindMyClinicTest {

    /** A patient of both of the demo's clinics. */
    private static final String ANNA = "anna@patients.example";

    private final Album album = new Album("find-");

    @Test
    void aPatientAsksOnTheFrontPageAndOpensThePortalFromTheMail() {
        var portals = RunningDemo.shared().application().getBean(KnownPortals.class);
        await().until(() ->
                portals.find(ANNA).filter(found -> found.portals().size() >= 2).isPresent());
        try (var patient = Person.onAPhone(album)) {
            patient.goesTo("", "/");
            patient.looks("front");
            patient.follows("Find my clinic");
            patient.reads("Find my clinic");
            patient.looks("form");
            patient.types("07400 123456", "Email or mobile number");
            patient.presses("Send me the links");
            patient.reads("There is a problem");
            patient.isTold("Start the number with +");
            patient.looks("mistake");
            patient.types(ANNA, "Email or mobile number");
            patient.presses("Send me the links");
            patient.reads("Look at your messages");
            patient.isTold("If a clinic’s portal knows this address, we have sent its link there");
            patient.looks("sent");

            var inbox = new Inbox(patient);
            inbox.opensAndLooks(ANNA, "Where your patient portals are", "mail");
            inbox.follows("harbour.");
            patient.reads("Sign in to Harbour Physiotherapy");
        }
        assertThat(album.flaws()).isEmpty();
    }
}
