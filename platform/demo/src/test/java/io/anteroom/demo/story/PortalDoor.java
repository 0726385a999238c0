package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

/** How a patient gets into a clinic's portal, and out. */
final class PortalDoor {

    private final Person patient;
    private final Clinic clinic;

    PortalDoor(Person patient, Clinic clinic) {
        this.patient = patient;
        this.clinic = clinic;
    }

    void isStillClosed() {
        patient.goesTo(clinic.slug() + ".", "/");
        patient.reads("The portal isn’t open at the moment");
        patient.looks("portal-closed");
    }

    void asksForACode(String address) {
        patient.goesTo(clinic.slug() + ".", "/");
        patient.reads("Sign in to " + clinic.name());
        patient.looks("portal-sign-in");
        patient.presses("Send me a code");
        patient.reads("There is a problem");
        patient.looks("portal-sign-in-empty");
        patient.types(address, "Email or mobile number");
        patient.presses("Send me a code");
        patient.reads("Enter your code");
        patient.looks("portal-code");
        patient.page().goBack();
        patient.reads("Sign in to " + clinic.name());
        patient.page().goForward();
        patient.reads("Enter your code");
    }

    void entersAWrongCode(String address) {
        var right = patient.post().code(address);
        patient.types(right.equals("111111") ? "222222" : "111111", "Six-digit code");
        patient.presses("Sign in");
        patient.reads("There is a problem");
        patient.looks("portal-wrong-code");
    }

    void entersTheCode(String address) {
        patient.types(patient.post().code(address), "Six-digit code");
        patient.presses("Sign in");
        patient.reads("Hello, Anna");
        patient.looks("portal-home");
    }

    void seesWhereElse() {
        patient.page().locator("summary.chip").click();
        patient.looks("portal-menu");
        patient.follows("Where you’re signed in");
        patient.reads("Where you’re signed in");
        assertThat(patient.main()).containsText("This browser");
        patient.looks("portal-sessions");
    }

    void signsOut() {
        patient.main().getByRole(AriaRole.BUTTON).click();
        patient.reads("Sign in to " + clinic.name());
        patient.isTold("You’re signed out");
        patient.looks("portal-signed-out");
        patient.goesTo(clinic.slug() + ".", "/invoices");
        patient.reads("Sign in to " + clinic.name());
    }
}
