package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;

/** What staff and a patient do with what stands in a clinical record. */
final class ClinicalRecord {

    private final Person staff;
    private final Person patient;
    private final NewPatient who;

    ClinicalRecord(Person staff, Person patient, NewPatient who) {
        this.staff = staff;
        this.patient = patient;
        this.who = who;
    }

    void isOpened() {
        staff.goesTo("app.", "/o/harbour/patients?q=" + who.familyName());
        staff.follows(who.listed());
        staff.follows("Records");
        staff.reads("Records");
        staff.isTold("Nothing written yet");
        staff.looks("staff-none");
    }

    /** Without a goal first: what was typed stays. */
    void getsAPlan() {
        staff.follows("Treatment plan");
        staff.reads("New treatment plan");
        staff.types("A shoulder that reaches the top shelf", "Title");
        staff.presses("Save draft");
        staff.reads("There is a problem");
        staff.looks("staff-plan-mistakes");
        staff.types("Lift the arm above the head", "Goal");
        staff.types("Pendulum, two minutes\nWall walk, ten times", "Steps");
        staff.presses("Save draft");
        staff.isTold("Only staff see this draft");
        staff.presses("Share with the patient");
        staff.isTold("Patient sees it");
        staff.presses("Done");
        staff.isTold("Done on");
        staff.looks("staff-plan");
    }

    void getsAResult() {
        staff.follows("Records");
        staff.follows("Result");
        staff.reads("New result");
        staff.types("Ultrasound and blood", "Title");
        staff.page().locator("[name='values[0].name']").fill("Vitamin D");
        staff.page().locator("[name='values[0].value']").fill("31");
        staff.page().locator("[name='values[0].unit']").fill("nmol/l");
        staff.page().locator("[name='values[0].range']").fill("50–125");
        staff.page().locator("[name='values[0].flag']").selectOption("LOW");
        staff.types("The tendon is whole. Your vitamin D is low.", "Comment");
        staff.presses("Add a value");
        staff.page().locator("[name='values[3].name']").waitFor();
        staff.looks("staff-result-form");
        staff.presses("Save draft");
        staff.presses("Share with the patient");
        staff.isTold("Awaits release");
    }

    void isReadByThePatient() {
        patient.follows("Records");
        patient.reads("Check it’s you");
        patient.presses("Send me a code");
        patient.reads("Enter your code");
        patient.types(patient.post().unlockCode(who.email()), "Six-digit code");
        patient.presses("Open records");
        patient.reads("Clinical records");
        patient.isTold("1 of 2 steps done");
        patient.looks("overview");
        patient.follows("A shoulder that reaches the top shelf");
        patient.reads("Lift the arm above the head");
        patient.looks("plan");
    }

    /** The patient does not see it before. */
    void hasItsResultReleased() {
        patient.follows("Clinical records");
        patient.reads("Treatment plans");
        assertThat(patient.main()).not().containsText("Ultrasound");
        staff.follows("To release");
        staff.reads("To release");
        staff.isTold("Laboratory results");
        staff.looks("staff-to-release");
        staff.follows(who.name());
        staff.presses("Release now");
        staff.isTold("Released by");
    }

    void hasItsResultRead() {
        patient.page().reload();
        patient.reads("Clinical records");
        patient.follows("Ultrasound and blood");
        patient.reads("Ultrasound and blood");
        patient.isTold("went over this on");
        patient.looks("result");
    }

    void isCorrected() {
        staff.follows("Correct");
        staff.reads("Correct what you shared");
        staff.types("The unit of vitamin D was wrong.", "What you corrected");
        staff.page().locator("[name='values[0].unit']").fill("µg/l");
        staff.looks("staff-correction");
        staff.presses("Save the correction");
        staff.isTold("What it said before");
        patient.page().reload();
        patient.isTold("The unit of vitamin D was wrong.");
        patient.looks("corrected");
    }

    /** A file with a bar of progress, corrected by another, which the patient saves. */
    void getsADocument() {
        staff.goesTo("app.", "/o/harbour/patients?q=" + who.familyName());
        staff.follows(who.listed());
        staff.follows("Records");
        staff.page().locator("a[href$='/new?kind=document']").click();
        staff.reads("New document");
        staff.types("Exercises on paper", "Title");
        staff.page().locator("[name=category]").selectOption("documents");
        staff.page()
                .locator("[name=file]")
                .setInputFiles(new FilePayload(
                        "exercises.pdf",
                        "application/pdf",
                        "%PDF-1.7\nexercises\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        staff.types("Twice a day, not when it hurts.", "Note");
        staff.looks("staff-document-form");
        staff.presses("Save draft");
        staff.isTold("exercises.pdf");
        staff.presses("Share with the patient");
        staff.isTold("Patient sees it");
        staff.looks("staff-document");
        patient.follows("Clinical records");
        patient.follows("Exercises on paper");
        patient.isTold("Twice a day, not when it hurts.");
        patient.looks("document");
        Download saved = patient.page().waitForDownload(() -> patient.follows("Save the file"));
        Assertions.assertThat(saved.suggestedFilename()).isEqualTo("exercises.pdf");
    }

    /** Of two who correct it at once the second is told, and their text, on the page that says so, can still be saved. */
    void hasItsDocumentCorrectedByTwo() {
        staff.follows("Correct");
        staff.types("Three times a day.", "Note");
        staff.types("How often", "What you corrected");
        try (Page other = staff.page().context().newPage()) {
            other.navigate(staff.page().url());
            other.locator("[name=note]").fill("Twice a day, at most.");
            other.locator("[name=correction]").fill("At most");
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the correction"))
                    .click();
            other.getByText("Patient sees it").first().waitFor();
        }
        staff.presses("Save the correction");
        staff.isTold("Somebody changed this entry while you edited it");
        assertThat(staff.field("Note")).hasValue("Three times a day.");
        staff.presses("Save the correction");
        staff.isTold("Three times a day.");
    }

    void showsWhoLooked() {
        patient.page().locator("summary.chip").click();
        patient.follows("Who used your record");
        patient.isTold("You read an entry of the clinical record");
        patient.looks("who-used");
    }

    void isInTheLogOfStaff() {
        staff.follows("Records");
        staff.isTold("corrected");
        staff.looks("staff-list");
        staff.goesTo("app.", "/o/harbour/settings/audit");
        staff.isTold("read an entry of the clinical record");
        staff.goesTo("app.", "/o/harbour/settings/records");
        staff.reads("Clinical records");
        staff.looks("staff-rules");
    }
}
