package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

class WaysInTest {

    private static final String OLIVIA = "olivia@harbour.example";
    private static final String NORA = "nora@patients.example";
    private static final String NILS = "nils@patients.example";

    @Test
    void aPatientWithoutAWayInScansALinkAndSetsOneWithTheBirthDate() {
        var album = new Album("ways-in-");
        try (var staff = Person.atADesk(album);
                var patient = Person.onAPhone(album)) {
            var record = new WaysIn(staff, "harbour");
            record.signsIn(OLIVIA);
            record.addsAPatient("Nora", "Nguyen", "3 July 1990");
            var link = record.makesALink("Nora Nguyen");
            setsHerWayIn(patient, link);
            record.opensTheTab("Nora Nguyen");
            staff.isTold("was used");
            staff.looks("record-link-used");

            assertThat(record.scansThePoster()).startsWith("http://harbour.localhost");
        }
        assertThat(album.flaws()).isEmpty();
    }

    @Test
    void aStrangerOpensAnAccountIsJoinedByStaffAndSeesAllWithAnAccessLink() {
        var album = new Album("stranger-");
        try (var _ = new SettingsAsTheyWere();
                var staff = Person.atADesk(album);
                var stranger = Person.onAPhone(album)) {
            var desk = new WaysIn(staff, "harbour");
            desk.signsIn(OLIVIA);
            desk.letsPeopleOpenAccounts();
            desk.addsAPatient("Nils", "Novak", "3 July 1990");
            opensAnAccount(stranger);
            desk.joins("Nils Novak");
            stranger.page().reload();
            stranger.isTold("with limited access");
            stranger.looks("joined");
            followsTheAccessLink(stranger, desk.makesAnAccessLink("Nils Novak"));
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void setsHerWayIn(Person patient, String link) {
        patient.page().navigate(link);
        patient.reads("Your way into the portal");
        patient.looks("link");
        patient.presses("Go on");
        patient.reads("Show that it’s you");
        patient.looks("link-identity");
        date(patient, "4");
        patient.types(NORA, "Email or mobile number");
        patient.presses("Send me a code");
        patient.reads("There is a problem");
        patient.looks("link-wrong-date");
        date(patient, "3");
        patient.presses("Send me a code");
        patient.reads("Enter your code");
        patient.looks("link-code");
        patient.types(patient.post().code(NORA), "Six-digit code");
        patient.presses("Sign in");
        patient.reads("Hello, Nora");
        patient.page().navigate(link);
        patient.reads("This link can’t be used any more");
        patient.looks("link-used");
    }

    private static void opensAnAccount(Person stranger) {
        stranger.goesTo("harbour.", "/sign-in");
        stranger.follows("Open an account");
        stranger.reads("Open an account at");
        stranger.looks("register");
        stranger.presses("Send me a code");
        stranger.reads("There is a problem");
        stranger.looks("register-mistakes");
        stranger.types("Nils", "First name");
        stranger.types("Novak", "Family name");
        date(stranger, "3");
        stranger.types(NILS, "Email or mobile number");
        stranger.presses("Send me a code");
        stranger.reads("Enter your code");
        stranger.types(stranger.post().code(NILS), "Six-digit code");
        stranger.presses("Sign in");
        stranger.reads("Hello, Nils Novak");
        stranger.isTold("It isn’t linked to a record yet");
        stranger.looks("limited");
    }

    private static void followsTheAccessLink(Person stranger, String link) {
        stranger.page().navigate(link);
        stranger.presses("Go on");
        stranger.reads("Show that it’s you");
        stranger.looks("access-link");
        date(stranger, "3");
        var seen = stranger.post().seen();
        stranger.presses("Send me a code");
        stranger.reads("Enter your code");
        stranger.types(stranger.post().newCode(NILS, seen), "Six-digit code");
        stranger.presses("Sign in");
        stranger.isTold("Nothing to do");
        stranger.looks("full");
    }

    private static void date(Person patient, String day) {
        patient.types(day, "Day");
        patient.types("7", "Month");
        patient.types("1990", "Year");
    }
}
