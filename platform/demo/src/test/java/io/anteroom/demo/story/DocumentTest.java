package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A patient sends documents from a phone, and is signed out while sending several; the clinic files one and refuses the other. */
class DocumentTest {

    private final Album album = new Album("documents-");

    @Test
    void aPatientSendsTwoDocumentsOfWhichOneIsFiledAndOneRefused() {
        var nina = NewPatient.at(RunningDemo.shared(), "Nina");
        try (var patient = Person.onAPhone(album);
                var staff = Person.atADesk(album)) {
            sends(patient, nina);
            sendsSeveralAndIsSignedOutInTheMiddle(patient, nina);
            reviews(staff, nina);
            readsWhatBecameOfThem(patient);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void sends(Person patient, NewPatient nina) {
        new Records(patient).signsIn(nina);
        patient.goesTo("harbour.", "/documents");
        patient.reads("Documents");
        patient.looks("none");
        patient.follows("Send a document");
        patient.reads("Send a document");
        patient.looks("form");
        patient.types("Letter from the hospital", "What is it?");
        chooses(patient, "Letter.pdf", "<html><script>alert(1)</script></html>");
        patient.presses("Send");
        patient.reads("There is a problem");
        patient.isTold("We can’t take this kind of file");
        assertThat(patient.field("What is it?")).hasValue("Letter from the hospital");
        patient.looks("not-taken");
        chooses(patient, "Letter.pdf", "%PDF-1.7\nletter\n%%EOF\n");
        patient.presses("Send");
        patient.isTold("Letter from the hospital");
        patient.isTold("Waiting for the clinic");
        patient.follows("Send a document");
        sendsWithoutAMouse(patient);
        patient.isTold("What I take");
        patient.looks("sent");
        patient.follows("What I take");
        patient.follows("Take it back");
        patient.reads("Take");
        patient.looks("take-back");
    }

    /** The browser is told early that it shows no window of its own to choose a file, which takes it a moment. */
    private static void sendsWithoutAMouse(Person patient) {
        patient.page().onFileChooser(_ -> {});
        patient.reads("Send a document");
        var keyboard = new Keyboard(patient);
        keyboard.tabsTo("File");
        patient.page().waitForFileChooser(keyboard::enters).setFiles(file("List.txt", "Ibuprofen\n"));
        keyboard.tabsTo("What is it?");
        keyboard.types("What I take");
        keyboard.tabsTo("Send");
        keyboard.enters();
    }

    private static void sendsSeveralAndIsSignedOutInTheMiddle(Person patient, NewPatient nina) {
        patient.goesTo("harbour.", "/documents/new");
        patient.reads("Send a document");
        var page = patient.page();
        page.locator("#f-file").setInputFiles(new FilePayload[] {
            file("First.txt", "one"),
            file("Page.txt", "<html><script>alert(1)</script></html>"),
            file("Third.txt", "three")
        });
        patient.types("Of the sports club", "What is it?");
        page.route("**/documents/new/*", route -> {
            // What is on its way may have its cookies already; the next one has none.
            if (new String(route.request().postDataBuffer(), StandardCharsets.UTF_8).contains("Page.txt")) {
                page.context().clearCookies(new ClearCookiesOptions().setName("anteroom-portal-session"));
            }
            route.resume();
        });
        patient.presses("Send");
        assertThat(page.locator("[data-upload-signed-out]")).isVisible();
        page.unroute("**/documents/new/*");
        assertThat(page.locator("[data-upload-list] li[data-state=sent]")).hasCount(1);
        assertThat(page.locator("[data-upload-list] li[data-state=waits]").last())
                .containsText("Third.txt");
        assertThat(patient.field("What is it?")).hasValue("Of the sports club");
        patient.looks("signed-out");
        signsInInANewTab(patient, nina);
        assertThat(page.locator("[data-upload-signed-out]")).isHidden();
        assertThat(page.locator("[data-upload-list] li[data-state=sent]")).hasCount(2);
        assertThat(page.locator("[data-upload-list] li[data-state=failed]"))
                .containsText("We can’t take this kind of file");
        assertThat(page.locator("[data-upload-note]")).containsText("still chosen");
        patient.looks("several");
        patient.goesTo("harbour.", "/documents");
        assertThat(page.getByText("Of the sports club")).hasCount(2);
        patient.isTold("Third.txt");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void signsInInANewTab(Person patient, NewPatient nina) {
        var before = patient.post().seen();
        try (Page tab = patient.page().context().newPage()) {
            tab.navigate(patient.page().url());
            tab.getByLabel("Email or mobile number").fill(nina.email());
            tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send me a code"))
                    .click();
            tab.getByLabel("Six-digit code").fill(patient.post().newCode(nina.email(), before));
            tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                    .click();
            assertThat(tab.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Send a document")))
                    .isVisible();
        }
        patient.page().bringToFront();
    }

    private static void chooses(Person patient, String name, String content) {
        patient.page().locator("#f-file").setInputFiles(file(name, content));
    }

    private static void reviews(Person staff, NewPatient nina) {
        KeycloakDoor.signsIn(staff, "olivia@harbour.example", "/o/harbour/documents");
        staff.reads("Documents");
        staff.looks("to-review");
        staff.goesTo("app.", "/o/harbour/documents?q=" + nina.familyName());
        staff.follows("Letter.pdf");
        staff.reads("Letter.pdf");
        staff.looks("one");
        staff.page().locator("#f-category").selectOption("letter");
        staff.presses("File on the record of");
        staff.isTold("Filed on the record of " + nina.name());
        staff.goesTo("app.", "/o/harbour/documents?q=" + nina.familyName());
        staff.follows("List.txt");
        staff.reads("List.txt");
        staff.presses("Refuse and delete the file");
        staff.reads("There is a problem");
        staff.looks("no-message");
        staff.types("Please write how much of it you take", "Message to the sender");
        staff.presses("Refuse and delete the file");
        staff.isTold("is told");
        staff.goesTo("app.", "/o/harbour/documents?show=filed&q=" + nina.familyName());
        staff.looks("filed");
        staff.follows("Letter.pdf");
        staff.follows(nina.name());
        staff.reads(nina.name());
        staff.page().navigate(staff.page().url() + "/documents");
        staff.isTold("Letter or report");
        staff.looks("on-the-record");
    }

    private static void readsWhatBecameOfThem(Person patient) {
        patient.goesTo("harbour.", "/documents");
        patient.isTold("Filed by the clinic");
        patient.isTold("Not accepted");
        patient.looks("decided");
        patient.follows("What I take");
        patient.isTold("Please write how much of it you take");
        patient.looks("refused");
    }
}
