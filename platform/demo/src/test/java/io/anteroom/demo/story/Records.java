package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What a patient does about clinical records. */
final class Records {

    private final Person patient;

    Records(Person patient) {
        this.patient = patient;
    }

    void signsIn(NewPatient who) {
        patient.goesTo("harbour.", "/");
        patient.types(who.email(), "Email or mobile number");
        patient.presses("Send me a code");
        patient.reads("Enter your code");
        patient.types(patient.post().code(who.email()), "Six-digit code");
        patient.presses("Sign in");
        patient.reads("Hello, " + who.name());
    }

    void wantsToSeeWhoUsedThem() {
        patient.page().locator("summary.chip").click();
        patient.follows("Who used your record");
        patient.reads("Check it’s you");
        patient.looks("check");
        patient.presses("Send me a code");
        patient.reads("Enter your code");
        patient.looks("code");
    }

    void entersAWrongCode(NewPatient who) {
        var right = patient.post().unlockCode(who.email());
        patient.types(right.equals("111111") ? "222222" : "111111", "Six-digit code");
        patient.presses("Open records");
        patient.reads("There is a problem");
        patient.isTold("You can try 2 more times");
        patient.looks("wrong-code");
    }

    void entersTheCode(NewPatient who) {
        patient.types(patient.post().unlockCode(who.email()), "Six-digit code");
        patient.presses("Open records");
        patient.reads("Who used your record");
    }

    void readsWhoUsedThem() {
        patient.isTold("Robin Desk set a sign-in address");
        patient.isTold("You opened clinical records");
        patient.isTold("Clinical records are open for 30 minutes");
        patient.looks("log");
    }

    void locksThem() {
        patient.presses("Lock records now");
        patient.isTold("Clinical records are locked");
        assertThat(patient.page().locator("#records-open")).hasCount(0);
        patient.page().goBack();
        patient.reads("Check it’s you");
    }
}
