package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A patient sends documents from a phone; the clinic files one and refuses the other. */
class DocumentTest {

    private final Album album = new Album("documents-");

    @Test
    void aPatientSendsTwoDocumentsOfWhichOneIsFiledAndOneRefused() {
        var nina = NewPatient.at(RunningDemo.shared(), "Nina");
        try (var patient = Person.onAPhone(album);
                var staff = Person.atADesk(album)) {
            sends(patient, nina);
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
        patient.types("What I take", "What is it?");
        chooses(patient, "List.txt", "Ibuprofen\n");
        patient.presses("Send");
        patient.isTold("What I take");
        patient.looks("sent");
    }

    private static void chooses(Person patient, String name, String content) {
        patient.page()
                .locator("#f-file")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
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
