package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ilse has her contact details changed by the keyboard alone, and Olivia answers. The clinic agrees first, as long as nobody decided. */
class ProfileTest {

    private static final String OLIVIA = "olivia@harbour.example";

    private final RunningDemo demo = RunningDemo.shared();
    private final NewPatient ilse = NewPatient.at(demo, "Ilse");
    private final Album album = new Album("profile-");

    @Test
    void aPatientAsksForNewDetailsAndTheClinicAnswers() {
        try (var phone = Person.onAPhone(album);
                var desk = Person.atADesk(album);
                var olivia = Person.atADesk(album)) {
            var keyboard = new Keyboard(phone);
            signsIn(phone, keyboard);
            asks(phone, keyboard);
            reads(desk);
            KeycloakDoor.signsIn(olivia, OLIVIA, "/o/harbour/patients");
            answers(olivia);
            decides(olivia);
            hears(phone);
            saysHowToBeReached(phone, keyboard);
            getsACopy(phone);
            looksWhoHasAccess(phone);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private void signsIn(Person phone, Keyboard keyboard) {
        phone.goesTo("harbour.", "/profile");
        phone.reads("Sign in to Harbour Physiotherapy");
        keyboard.types(ilse.email());
        keyboard.enters();
        phone.reads("Enter your code");
        keyboard.types(phone.post().code(ilse.email()));
        keyboard.enters();
        phone.reads("Profile");
        phone.looks("first");
    }

    private static void asks(Person phone, Keyboard keyboard) {
        keyboard.tabsTo("Change contact details");
        keyboard.enters();
        phone.reads("Contact details");
        keyboard.tabsTo("Email");
        keyboard.types("ilse at home");
        keyboard.tabsTo("Send to the clinic");
        keyboard.enters();
        phone.reads("There is a problem");
        phone.looks("mistake");
        phone.types("ilse.home@patients.example", "Email");
        phone.types("07400 123456", "Mobile");
        phone.types("12 Quay Street\nHarbour Town", "Address");
        keyboard.tabsTo("Send to the clinic");
        keyboard.enters();
        phone.isTold("Waiting for the clinic");
        phone.isTold("ilse.home@patients.example");
        phone.looks("waiting");
    }

    private void reads(Person desk) {
        desk.goesTo("harbour.", "/profile");
        var seen = desk.post().seen();
        desk.types(ilse.email(), "Email or mobile number");
        desk.presses("Send me a code");
        desk.reads("Enter your code");
        desk.types(desk.post().newCode(ilse.email(), seen), "Six-digit code");
        desk.presses("Sign in");
        desk.isTold("Waiting for the clinic");
        desk.looks("waiting-wide");
    }

    private void answers(Person olivia) {
        olivia.follows("Changes to review");
        olivia.reads("Changes of contact details");
        olivia.looks("queue");
        olivia.follows(ilse.name());
        olivia.reads(ilse.name());
        olivia.looks("side-by-side");
        olivia.page().locator("input[name=agreed][value=address]").uncheck();
        olivia.presses("Send the answer");
        olivia.reads("There is a problem");
        olivia.looks("needs-a-word");
        olivia.types("Which flat is it?", "Message to who asked");
        olivia.presses("Send the answer");
        olivia.isTold("Answered, and who asked is told");
    }

    private static void decides(Person olivia) {
        olivia.goesTo("app.", "/o/harbour/settings/portal");
        olivia.follows("What becomes of contact details that patients change");
        olivia.reads("Profile");
        olivia.looks("settings");
    }

    private static void hears(Person phone) {
        phone.page().reload();
        phone.isTold("The clinic has answered");
        phone.isTold("Which flat is it?");
        assertThat(phone.main()).containsText("Left as it was");
        phone.looks("answered");
    }

    private static void saysHowToBeReached(Person phone, Keyboard keyboard) {
        keyboard.tabsTo("Change how we reach you");
        keyboard.enters();
        phone.reads("How we reach you");
        phone.looks("preferences");
        phone.types("7pm", "From");
        phone.types("never", "Until");
        keyboard.tabsTo("Save");
        keyboard.enters();
        phone.reads("There is a problem");
        phone.looks("preferences-mistake");
        phone.types("10", "Until");
        keyboard.tabsTo("Save");
        keyboard.enters();
        assertThat(phone.main()).containsText(Pattern.compile("From (19:00|7:00).+, besides the clinic’s"));
    }

    private void getsACopy(Person phone) {
        phone.follows("Get a copy of everything");
        phone.reads("Check it’s you");
        phone.presses("Send me a code");
        phone.reads("Enter your code");
        phone.types(phone.post().unlockCode(ilse.email()), "Six-digit code");
        phone.presses("Open records");
        phone.reads("A copy of everything about me");
        phone.looks("copy");
        phone.presses("Make a copy");
        phone.reads("A copy of everything about me");
        phone.post().mail(ilse.email(), "Your copy from Harbour Physiotherapy is ready");
        phone.page().reload();
        phone.isTold("Your copy of");
        phone.looks("copy-ready");
        var file = phone.page().waitForDownload(() -> phone.follows("Fetch the copy"));
        assertThat(file.suggestedFilename()).isEqualTo("record.zip");
    }

    private static void looksWhoHasAccess(Person phone) {
        phone.goesTo("harbour.", "/access");
        phone.reads("Who can see my record");
        phone.isTold("Given by Robin Desk at the clinic");
        phone.looks("access");
        phone.follows("Who used your record");
        phone.reads("Who used your record");
        phone.looks("log");
    }
}
