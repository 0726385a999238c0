package io.anteroom.tenantadmin.record;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.record.RecordCategory;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
class RecordPagesTest extends StaffPagesFixture {

    private static final String TAB = "/o/north/patients/1/records";
    private static final String ONE = TAB + "/1";
    private static final String RULES = "/o/north/settings/records";
    private static final String QUEUE = "/o/north/releases";

    private static final byte[] PDF = "%PDF-1.7\nmy letter\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    RecordPagesTest() {
        super(StaffRole.PRACTITIONER);
    }

    @BeforeEach
    void aPatientAtEachClinic() {
        addAnnaWithAnAccount(north());
        addAnnaWithAnAccount(south());
    }

    @Test
    void aLetterIsWrittenLookedOverSharedAndCorrected() {
        assertThat(opens(TAB)).hasStatusOk().bodyText().contains("Nothing written yet", "/records/new?kind=letter");
        assertThat(opens(TAB + "/new?kind=letter")).hasStatusOk().bodyText().contains("New letter", "Save draft");
        assertThat(letter("", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a title", "Write what the patient is to read");
        assertThat(letter("Your scan", "Dear Anna\n\nAll is well."))
                .hasStatus(303)
                .hasHeader("Location", ONE);
        assertThat(opens(ONE))
                .bodyText()
                .contains("Draft", "Only staff see this draft. Once you share it, the patient sees it at once.")
                .contains("<p class=\"lines\">Dear Anna</p>", "Share with the patient", "Discard");
        assertThat(sends(ONE + "/sharing", "version", "0")).hasStatus(303).hasHeader("Location", ONE);
        assertThat(opens(ONE))
                .bodyText()
                .contains("Patient sees it", "Correct", "Withdraw")
                .doesNotContain("Discard");

        assertThat(sends(
                        ONE + "/edit",
                        "version",
                        "1",
                        "title",
                        "Your scan",
                        "datedOn",
                        "2026-11-20",
                        "text",
                        "Dear Ann"))
                .hasStatus(422)
                .bodyText()
                .contains("Say what is different now", "Dear Ann");
        assertThat(sends(
                        ONE + "/edit",
                        "version",
                        "1",
                        "title",
                        "Your scan",
                        "datedOn",
                        "2026-11-20",
                        "text",
                        "Dear Ann",
                        "correction",
                        "Your name"))
                .hasStatus(303);
        assertThat(opens(ONE)).bodyText().contains("What it said before", "Dear Anna");
        assertThat(opens(TAB)).bodyText().contains("Your scan", "corrected", "Letters <span class=\"num\">1</span>");
    }

    @Test
    void aResultsRowsAreAddedRemovedAndRead() {
        String form = TAB + "/new?kind=result";
        assertThat(opens(form)).bodyText().contains("values[2].name").doesNotContain("values[3].name");
        assertThat(sends(form, result("add", "true")))
                .hasStatusOk()
                .bodyText()
                .contains("values[2].name", "value=\"Ferritin\"");
        assertThat(sends(form, result("remove", "0")))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"values[0].name\" value=\"Sodium\"")
                .doesNotContain("Ferritin");
        assertThat(sends(form, result("title", ""))).hasStatus(422);
        assertThat(sends(form, result("title", "Blood"))).hasStatus(303);
        sends(ONE + "/sharing", "version", "0");
        assertThat(opens(ONE)).bodyText().contains("Awaits release", "9 µg/l", "Low", "Release now");
        assertThat(opens(QUEUE))
                .bodyText()
                .contains("Anna Lee", "Laboratory results")
                .doesNotContain("Blood");
        assertThat(sends(ONE + "/release", "version", "1")).hasStatus(303).hasHeader("Location", ONE);
        assertThat(opens(QUEUE)).bodyText().contains("Nothing to release");
        assertThat(opens(ONE)).bodyText().contains("Released by Robin Desk");
    }

    @Test
    void aPlansStepsAreTickedOff() {
        assertThat(sends(
                        TAB + "/new?kind=plan",
                        "attempt",
                        UUID.randomUUID().toString(),
                        "title",
                        "Knee",
                        "datedOn",
                        "2026-11-20",
                        "goals[0].title",
                        "Bend to 120",
                        "goals[0].steps",
                        "Heel slides\n\nCycling"))
                .hasStatus(303);
        assertThat(opens(ONE)).bodyText().contains("Heel slides", "Cycling", ONE + "/steps/2");
        assertThat(sends(ONE + "/steps/2", "done", "true")).hasStatus(303);
        assertThat(opens(ONE)).bodyText().contains("Done on 21 Nov 2026", "Not done after all");
        sends(ONE + "/steps/2", "done", "false");
        assertThat(opens(ONE)).bodyText().doesNotContain("Done on");
    }

    @Test
    void medicationsAndAllergiesHaveTheirFieldsAndAnEndAfterTheirBeginning() {
        assertThat(opens(TAB + "/new?kind=medication")).bodyText().contains("Dose", "Stopped on");
        assertThat(opens(TAB + "/new?kind=allergy")).bodyText().contains("What happens", "No longer since");
        assertThat(sends(
                        TAB + "/new?kind=medication",
                        "attempt",
                        UUID.randomUUID().toString(),
                        "title",
                        "Ibuprofen",
                        "datedOn",
                        "2026-11-20",
                        "dose",
                        "400 mg",
                        "stoppedOn",
                        "2026-11-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a day after the one above");
        assertThat(opens(TAB + "/new?kind=nonsense")).hasStatus(404);
    }

    @Test
    void withdrawingAsksWhyAndADraftIsDiscarded() {
        letter("Letter", "Text");
        assertThat(opens(ONE + "/withdrawal")).hasStatus(404);
        assertThat(opens(ONE + "/removal")).bodyText().contains("Discard this draft?");
        sends(ONE + "/sharing", "version", "0");
        assertThat(opens(ONE + "/removal")).hasStatus(404);
        assertThat(sends(ONE + "/withdrawal", "because", " ")).hasStatus(422);
        assertThat(sends(ONE + "/withdrawal", "because", "Another Anna")).hasStatus(303);
        assertThat(opens(ONE))
                .bodyText()
                .contains("Withdrawn", "Another Anna", "What it said")
                .doesNotContain("/edit\"");
        letter("Second", "Text");
        assertThat(sends(TAB + "/2/removal")).hasStatus(303).hasHeader("Location", TAB);
        assertThat(opens(TAB + "/2")).hasStatus(404);
    }

    @Test
    void somebodyWhoSavedMeanwhileIsNamedAndNothingIsLost() {
        letter("Letter", "Text");
        sends(ONE + "/edit", "version", "0", "title", "Theirs", "datedOn", "2026-11-20", "text", "Text");
        assertThat(sends(ONE + "/edit", "version", "0", "title", "Mine", "datedOn", "2026-11-20", "text", "Text"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed this entry", "value=\"Mine\"", "name=\"version\" value=\"1\"");
    }

    @Test
    void whoSendsAFormTwiceSinceSomethingWasWrongWithItStillOverwritesNobody() {
        assertThat(sends(TAB + "/new?kind=result", result("title", "Blood"))).hasStatus(303);
        sends(ONE + "/edit", result("version", "0", "title", "Theirs"));
        MvcTestResult faulty = sends(ONE + "/edit", result("version", "0", "title", ""));
        assertThat(faulty).hasStatus(422);
        MvcTestResult longer = sends(ONE + "/edit", result("version", "0", "title", "Mine", "add", "true"));
        assertThat(longer).hasStatusOk();
        MvcTestResult saved = sends(ONE + "/edit", result("version", hidden(longer, "version"), "title", "Mine"));
        assertThat(saved).hasStatus(409).bodyText().contains("Somebody changed this entry");
        assertThat(sends(ONE + "/edit", result("version", hidden(faulty, "version"), "title", "Mine")))
                .hasStatus(409);
        assertThat(texts("select title from __tenant__.record_entry")).containsExactly("Theirs");
        assertThat(sends(ONE + "/edit", result("version", hidden(saved, "version"), "title", "Mine")))
                .hasStatus(303);
    }

    @Test
    void aFaultOfADocumentsFileLetsNobodyOverwriteEither() {
        document(TAB + "/new?kind=document", PDF, "title", "Scan", "category", "imaging");
        document(ONE + "/edit", null, "version", "0", "title", "Theirs", "category", "imaging");
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        MvcTestResult faulty = document(ONE + "/edit", page, "version", "0", "title", "Mine", "category", "imaging");
        assertThat(faulty).hasStatus(422);
        assertThat(document(
                        ONE + "/edit",
                        null,
                        "version",
                        hidden(faulty, "version"),
                        "title",
                        "Mine",
                        "category",
                        "imaging"))
                .hasStatus(409);
    }

    @Test
    void ofAResultsRowNothingThatWasTypedIsDropped() {
        String form = TAB + "/new?kind=result";
        for (var typed : List.of("unit", "range")) {
            assertThat(sends(form, result("title", "Blood", "values[2].name", "", "values[2]." + typed, "mmol/l")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Say what this is", "Enter its value", "mmol/l");
        }
        assertThat(sends(form, result("title", "Blood", "values[2].name", "", "values[2].flag", "HIGH")))
                .hasStatus(422)
                .bodyText()
                .contains("Say what this is");
        assertThat(sends(form, result("title", "Blood", "values[2].name", "", "values[2].flag", "NONE")))
                .hasStatus(303);
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNeitherSharedNorReleasedUnseen() {
        assertThat(sends(TAB + "/new?kind=result", result("title", "Blood"))).hasStatus(303);
        assertThat(opens(ONE)).bodyText().contains("name=\"version\" value=\"0\"");
        sends(ONE + "/edit", result("version", "0", "title", "Theirs"));
        sends(ONE + "/sharing", "version", "0");
        assertThat(opens(ONE)).bodyText().contains("Theirs", "Draft", "name=\"version\" value=\"1\"");
        sends(ONE + "/sharing", "version", "1");
        assertThat(opens(ONE)).bodyText().contains("Awaits release", "name=\"version\" value=\"2\"");
        sends(ONE + "/edit", result("version", "2", "title", "Other", "correction", "The title"));
        sends(ONE + "/release", "version", "2");
        assertThat(opens(ONE)).bodyText().contains("Other", "Awaits release", "name=\"version\" value=\"3\"");
        sends(ONE + "/release", "version", "3");
        assertThat(opens(ONE)).bodyText().contains("Released by Robin Desk");
    }

    @Test
    void whoDoesNotTreatReadsAndWritesNothing() {
        letter("Letter", "Text");
        for (var other : List.of(StaffRole.RECEPTIONIST, StaffRole.BILLING)) {
            role = other;
            assertThat(opens(TAB)).hasStatus(403);
            assertThat(opens(ONE)).hasStatus(403);
            assertThat(sends(ONE + "/sharing", "version", "0")).hasStatus(403);
            assertThat(opens(QUEUE)).hasStatus(403);
            assertThat(opens("/o/north/patients/1")).bodyText().doesNotContain(">Records</a>", "To release");
        }
        role = StaffRole.PRACTITIONER;
        assertThat(opens(RULES)).hasStatus(403);
        assertThat(opens("/o/north/patients/1")).bodyText().contains(">Records</a>", "To release");
    }

    @Test
    void anEntryIsOnItsOwnPatientsRecordAtItsOwnClinicAlone() {
        letter("Letter", "Text");
        addLee(north(), "Bob", "1981-03-27");
        for (var elsewhere : List.of("/o/north/patients/2/records/1", "/o/south/patients/1/records/1")) {
            assertThat(opens(elsewhere)).hasStatus(404);
            assertThat(sends(elsewhere + "/sharing", "version", "0")).hasStatus(404);
            assertThat(sends(elsewhere + "/release", "version", "1")).hasStatus(404);
            assertThat(sends(elsewhere + "/steps/1", "done", "true")).hasStatus(404);
        }
        assertThat(opens("/o/south/patients/1/records")).bodyText().contains("Nothing written yet");
    }

    @Test
    void theClinicDecidesByCategoryWhenPatientsSeeWhatIsShared() {
        role = StaffRole.ADMIN;
        assertThat(opens(RULES)).hasStatusOk().bodyText().contains("Laboratory results", "After review");
        assertThat(sends(RULES, rules("letters", "after_days", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("from 1 to 90");
        assertThat(sends(RULES, rules("letters", "after_days", "2"))).hasStatus(303);
        assertThat(sends(RULES, rules("letters", "at_once", "2")))
                .hasStatus(409)
                .bodyText()
                .contains("Letters: after 2 days \u2192 at once");
        letter("Letter", "Text");
        assertThat(opens(ONE)).bodyText().contains("the patient sees it after 2 days");
        sends(ONE + "/sharing", "version", "0");
        assertThat(opens(ONE)).bodyText().contains("Seen from 23 Nov 2026");
        assertThat(opens("/o/south/settings/records")).bodyText().contains("name=\"version\" value=\"0\"");
    }

    @Test
    void eachLookIsInTheLogOnceADay() {
        letter("Letter", "Text");
        opens(ONE);
        opens(ONE);
        opens(TAB);
        assertThat(
                        texts(
                                "select action from __tenant__.audit_entry where action in ('entry-read', 'entries-looked-through') order by id"))
                .containsExactly("entry-read", "entries-looked-through");
    }

    @Test
    void aDocumentIsAddedSharedByTheRuleOfItsCategoryAndCorrectedWithAnotherFile() {
        assertThat(opens(TAB + "/new?kind=document"))
                .hasStatusOk()
                .bodyText()
                .contains("New document", "upload.js", "multipart/form-data", "Laboratory results");
        assertThat(document(TAB + "/new?kind=document", null, "title", "", "category", "letters"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a title", "Choose a file");
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        assertThat(document(TAB + "/new?kind=document", page, "title", "Scan", "category", "imaging", "note", "Kept"))
                .hasStatus(422)
                .bodyText()
                .contains("take this kind of file", "Kept");
        assertThat(texts("select title from __tenant__.record_entry")).isEmpty();

        assertThat(document(TAB + "/new?kind=document", PDF, "title", "Scan", "category", "imaging", "note", "Knee"))
                .hasStatus(303)
                .hasHeader("Location", ONE);
        assertThat(opens(ONE)).bodyText().contains("Letter.pdf", "Knee", ONE + "/files/1", "Draft");
        MvcTestResult file = opens(ONE + "/files/1");
        assertThat(file).hasStatusOk().bodyText().startsWith("%PDF");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(sends(ONE + "/sharing", "version", "0")).hasStatus(303);
        assertThat(opens(ONE)).bodyText().contains("Awaits release");

        assertThat(document(ONE + "/edit", PDF, "version", "1", "title", "Scan", "category", "imaging"))
                .hasStatus(422)
                .bodyText()
                .contains("Say what is different now", "Another file in place of Letter.pdf");
        assertThat(document(
                        ONE + "/edit",
                        PDF,
                        "version",
                        "1",
                        "title",
                        "Scan",
                        "category",
                        "imaging",
                        "correction",
                        "The other knee"))
                .hasStatus(303);
        assertThat(opens(ONE)).bodyText().contains("What it said before", ONE + "/files/1", ONE + "/files/2");
        assertThat(opens(ONE + "/files/1")).as("as it was").hasStatusOk();
        assertThat(opens(ONE + "/files/2")).hasStatusOk();
        assertThat(texts("select action from __tenant__.audit_entry where action = 'document-opened'"))
                .as("once a day")
                .hasSize(1);
        assertThat(sends(ONE + "/withdrawal", "because", "Somebody else’s")).hasStatus(303);
        assertThat(document(ONE + "/edit", PDF, "version", "3", "title", "x")).hasStatus(404);
    }

    @Test
    void aDraftsFileGoesWithItAndNobodyElseReachesADocument() {
        document(TAB + "/new?kind=document", PDF, "title", "One", "category", "documents");
        assertThat(document(ONE + "/edit", PDF, "version", "0", "title", "One", "category", "documents"))
                .hasStatus(303);
        assertThat(texts("select id::text from __tenant__.file where released_at is not null"))
                .containsExactly("1");
        document(ONE + "/edit", null, "version", "1", "title", "Other title", "category", "documents");
        assertThat(opens(ONE)).bodyText().contains("Other title", ONE + "/files/2");

        document(TAB + "/new?kind=document", PDF, "title", "Two", "category", "documents");
        assertThat(opens(ONE + "/files/3")).as("another entry's").hasStatus(404);
        addLee(north(), "Bob", "1981-03-27");
        assertThat(opens("/o/north/patients/2/records/1/files/2")).hasStatus(404);
        assertThat(opens("/o/south/patients/1/records/1/files/2")).hasStatus(404);
        role = StaffRole.RECEPTIONIST;
        assertThat(opens(ONE + "/files/2")).hasStatus(403);
        assertThat(document(TAB + "/new?kind=document", PDF, "title", "Three")).hasStatus(403);
        role = StaffRole.PRACTITIONER;

        assertThat(sends(ONE + "/removal")).hasStatus(303);
        assertThat(texts("select id::text from __tenant__.file where released_at is null"))
                .containsExactly("3");
    }

    @Test
    void whatWasCorrectedSinceSomebodyWentOverItIsGoneOverAgain() {
        letter("Letter", "Text");
        sends(ONE + "/sharing", "version", "0");
        sends(ONE + "/release", "version", "1");
        assertThat(opens(ONE)).bodyText().doesNotContain("I went over the correction");
        run(north(), "update __tenant__.record_entry set reviewed_at = reviewed_at - interval '1 hour'");
        sends(
                ONE + "/edit",
                "version",
                "2",
                "title",
                "Letter",
                "datedOn",
                "2026-11-20",
                "text",
                "Other",
                "correction",
                "The text");
        assertThat(opens(ONE)).bodyText().contains("I went over the correction");
        assertThat(sends(ONE + "/release", "version", "3")).hasStatus(303);
        assertThat(opens(ONE)).bodyText().doesNotContain("I went over the correction");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'entry-released'"))
                .hasSize(2);
    }

    private MvcTestResult document(String path, byte @Nullable [] file, String... fields) {
        var request = asRobin(mvc.post().multipart(), path)
                .param("attempt", UUID.randomUUID().toString())
                .param("datedOn", "2026-11-20");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        if (file != null) {
            request.file(new MockMultipartFile("file", "Letter.pdf", "application/octet-stream", file));
        }
        return request.exchange();
    }

    private MvcTestResult letter(String title, String text) {
        return sends(
                TAB + "/new?kind=letter",
                "attempt",
                UUID.randomUUID().toString(),
                "title",
                title,
                "datedOn",
                "2026-11-20",
                "text",
                text);
    }

    private static String[] result(String... more) {
        var sent = new ArrayList<>(List.of(
                "attempt",
                UUID.randomUUID().toString(),
                "category",
                "laboratory",
                "datedOn",
                "2026-11-20",
                "values[0].name",
                "Ferritin",
                "values[0].value",
                "9",
                "values[0].unit",
                "µg/l",
                "values[0].flag",
                "LOW",
                "values[1].name",
                "Sodium",
                "values[1].value",
                "140",
                "values[1].flag",
                "NORMAL"));
        sent.addAll(List.of(more));
        return sent.toArray(String[]::new);
    }

    private static String[] rules(String category, String rule, String days) {
        var sent = new ArrayList<>(List.of("version", "0"));
        for (var one : RecordCategory.values()) {
            boolean chosen = one.code().equals(category);
            sent.addAll(List.of(
                    "rule-" + one.code(), chosen ? rule : "at_once", "days-" + one.code(), chosen ? days : "3"));
        }
        return sent.toArray(String[]::new);
    }
}
