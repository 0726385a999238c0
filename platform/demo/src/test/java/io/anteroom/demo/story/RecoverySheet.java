package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;

/** A patient with ten codes on a sheet of paper. */
final class RecoverySheet {

    private final Person patient;
    private final List<String> unused = new ArrayList<>();

    RecoverySheet(Person patient) {
        this.patient = patient;
    }

    void isPrinted(NewPatient who) {
        patient.page().locator("summary.chip").click();
        patient.follows("How you sign in");
        patient.isTold("You have no recovery codes");
        patient.looks("none");
        patient.follows("Print recovery codes");
        patient.reads("Check it’s you");
        patient.presses("Send me a code");
        patient.types(patient.post().unlockCode(who.email()), "Six-digit code");
        patient.presses("Go on");
        patient.reads("Print recovery codes");
        patient.looks("make");
        patient.presses("Make ten codes");
        patient.reads("Your recovery codes");
        patient.looks("sheet");
        unused.addAll(patient.page().locator(".recovery-codes code").allTextContents());
        Assertions.assertThat(unused).hasSize(10);
    }

    void looksLikeASheetOnPaper() {
        patient.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(patient.page().locator(".recovery-codes")).isVisible();
        assertThat(patient.page().locator(".actions")).isHidden();
        assertThat(patient.page().locator(".portal-top")).isHidden();
        patient.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
        patient.follows("I have them on paper");
        patient.isTold("10 of 10 codes left");
        patient.looks("list");
    }

    void isUsedToSignIn(NewPatient who) {
        patient.page().locator("summary.chip").click();
        patient.presses("Sign out");
        asks(who);
        patient.looks("enter");
        patient.types("2222 2222 2222", "Recovery code");
        patient.presses("Sign in");
        patient.reads("There is a problem");
        patient.looks("wrong");
        patient.types(unused.getFirst().toLowerCase(Locale.ROOT), "Recovery code");
        patient.presses("Sign in");
        patient.reads("Hello, " + who.name());
        patient.post().mail(who.email(), "One of your recovery codes was used");
        patient.goesTo("harbour.", "/security");
        patient.isTold("9 of 10 codes left");
    }

    private void asks(NewPatient who) {
        patient.types(who.email(), "Email or mobile number");
        patient.presses("Send me a code");
        patient.follows("Use a recovery code");
        patient.reads("Use a recovery code");
    }
}
