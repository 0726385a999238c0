package io.anteroom.portal.record;

import static io.anteroom.portal.Clinics.CODE;
import static io.anteroom.portal.Clinics.NORTH;
import static io.anteroom.portal.Clinics.SOUTH;
import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Taking;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordBody.Flag;
import io.anteroom.clinic.record.RecordBody.SharedFile;
import io.anteroom.clinic.record.RecordBody.Value;
import io.anteroom.clinic.record.RecordCategory;
import io.anteroom.clinic.record.RecordContent;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordSharing;
import io.anteroom.clinic.record.RecordWriting;
import io.anteroom.clinic.record.Release;
import io.anteroom.clinic.record.ReleaseRule;
import io.anteroom.clinic.record.ReleaseRules;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.Clinics;
import io.anteroom.portal.PortalTest;
import io.anteroom.portal.Visitor;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
@PortalTest
@Import(Clinics.class)
class RecordPagesTest {

    private static final Actor.Staff KAI = new Actor.Staff("kai", "Dr Kai Chen");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String ANNA = "anna@example.org";
    private static final String LIST = "/records";

    @Autowired
    Clinics clinics;

    private static final byte[] PDF = "%PDF-1.7\nmy scan\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Files files;

    @Autowired
    RecordWriting writing;

    @Autowired
    RecordSharing sharing;

    @Autowired
    ReleaseRules rules;

    @Autowired
    PortalSetup portal;

    @Autowired
    TestClock clock;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient data;

    @Autowired
    TransactionTemplate transaction;

    PatientId annaId;
    Visitor anna;

    @BeforeEach
    void aPatientAtEachClinic() {
        annaId = clinics.patient(north(), "Anna", ANNA);
        clinics.patient(south(), "Sora", ANNA);
        anna = clinics.signedIn(NORTH, ANNA);
    }

    @Test
    void recordsAreBehindTheFreshCheckAndLeadBackToThePageWanted() {
        var id = letter("Your scan", "Dear Anna");
        assertThat(text(anna.open("/sessions"))).contains("href=\"/records\"");
        assertThat(anna.open("/records/" + id).getRedirectedUrl()).isEqualTo("/unlock?to=/records/" + id);
        anna.open("/unlock?to=/records/" + id);
        anna.submit("/unlock/codes", "to", "/records/" + id);
        anna.open("/unlock?to=/records/" + id);
        assertThat(anna.submit("/unlock", "code", CODE, "to", "/records/" + id).getRedirectedUrl())
                .isEqualTo("/records/" + id);
        assertThat(text(anna.open("/records/" + id)))
                .contains("<h1>Your scan</h1>", "Dear Anna", "Written by Dr Kai Chen", "Dated ")
                .contains("<title>Letter – ", "data-print");
    }

    @Test
    void eachKindIsReadable() {
        share(
                RecordKind.PLAN,
                new RecordContent(
                        RecordCategory.PLANS,
                        "Knee <b>plan</b>",
                        DAY,
                        new RecordBody.Plan(
                                "Back to running",
                                List.of(new RecordBody.Goal(
                                        "Bend to 120°",
                                        List.of(
                                                new RecordBody.Step(0, "Heel slides"),
                                                new RecordBody.Step(0, "Cycling")))),
                                0)));
        in(north(), () -> sharing.tick(annaId, new RecordId(1), 1, true, DAY, KAI));
        share(
                RecordKind.RESULT,
                new RecordContent(
                        RecordCategory.LABORATORY,
                        "Blood count",
                        DAY,
                        new RecordBody.Result(
                                List.of(
                                        new Value("Ferritin", "9", "µg/l", "15–150", Flag.LOW),
                                        new Value("Sodium", "140", "mmol/l", "135–145", Flag.NORMAL)),
                                "Your iron is low.")));
        in(north(), () -> sharing.release(annaId, new RecordId(2), 1, KAI));
        share(
                RecordKind.MEDICATION,
                new RecordContent(
                        RecordCategory.MEDICATIONS,
                        "Ibuprofen",
                        DAY,
                        new RecordBody.Medication("400 mg", "With food", "Pain", null)));
        share(
                RecordKind.ALLERGY,
                new RecordContent(
                        RecordCategory.ALLERGIES, "Penicillin", DAY, new RecordBody.Allergy("A rash", "Mild", null)));
        unlock();

        assertThat(text(anna.open(LIST)))
                .contains("Knee &lt;b&gt;plan&lt;/b&gt;", "1 of 2 steps done", "1 value outside the usual range")
                .contains("Ibuprofen", "400 mg", "Penicillin", "A rash")
                .containsSubsequence("Treatment plans", "Results", "Medications", "Allergies");
        assertThat(text(anna.open("/records/1"))).contains("Bend to 120°", "Heel slides", "Done", "To do");
        assertThat(text(anna.open("/records/2")))
                .contains("Ferritin", "9 µg/l", "15–150", "Low", "In the usual range", "Your iron is low.")
                .contains("Dr Kai Chen went over this on ");
        assertThat(text(anna.open("/records/3"))).contains("With food", "Pain", "Since ");
        assertThat(text(anna.open("/records/kinds/allergy"))).contains("Penicillin");
        assertThat(anna.open("/records/kinds/nonsense").getStatus()).isEqualTo(404);
        assertThat(text(anna.open("/records/kinds/letter"))).contains("Nothing here");
    }

    @Test
    void whenRecordsHaveLockedMeanwhileNothingIsShownOrDone() {
        var id = letter("Letter", "Text");
        unlock();
        anna.open(LIST);
        clock.advance(Duration.ofMinutes(30));
        assertThat(anna.open("/records/" + id).getRedirectedUrl()).isEqualTo("/unlock?to=/records/" + id);
        assertThat(anna.submit("/records/timing", "waits", "true").getRedirectedUrl())
                .isEqualTo("/unlock");
        assertThat(texts("select account_id::text from __tenant__.record_preference"))
                .isEmpty();
    }

    @Test
    void whatIsNotYetReleasedOrADraftOrOfAnotherPatientDoesNotExist() {
        share(
                RecordKind.RESULT,
                new RecordContent(
                        RecordCategory.LABORATORY, "Unreleased", DAY, new RecordBody.Result(List.of(), "Not yet")));
        write(
                annaId,
                RecordKind.NOTE,
                new RecordContent(RecordCategory.NOTES, "Draft", DAY, new RecordBody.Text("Draft")));
        var bob = clinics.patient(north(), "Bob", "bob@example.org");
        shareWith(
                bob,
                RecordKind.NOTE,
                new RecordContent(RecordCategory.NOTES, "Bob's", DAY, new RecordBody.Text("Bob's")));
        unlock();
        for (int id = 1; id <= 4; id++) {
            assertThat(anna.open("/records/" + id).getStatus())
                    .as("entry %s", id)
                    .isEqualTo(404);
        }
        assertThat(text(anna.open(LIST))).contains("Nothing shared yet").doesNotContain("Unreleased", "Draft", "Bob");
        assertThat(anna.open("/records/999999999999999999").getStatus()).isEqualTo(404);
        assertThat(texts("select 1::text from __tenant__.audit_entry where action = 'entry-read'"))
                .isEmpty();
    }

    @Test
    void anotherClinicsEntryOfTheSameNumberIsNotFound() {
        letter("The north's", "Text");
        var sora = clinics.signedIn(SOUTH, ANNA);
        unlock(sora);
        assertThat(sora.open("/records/1").getStatus()).isEqualTo(404);
        assertThat(text(sora.open(LIST))).contains("Nothing shared yet");
    }

    @Test
    void whatWasWithdrawnIsSaidWithItsReasonAndNoLongerShown() {
        var id = letter("For another Anna", "Text of it");
        clock.advance(Duration.ofMinutes(1));
        in(north(), () -> sharing.withdraw(annaId, id, "It was about somebody else", KAI));
        unlock();
        assertThat(text(anna.open("/records/" + id)))
                .contains("The clinic withdrew this on ", "It was about somebody else")
                .doesNotContain("For another Anna", "Text of it");
        assertThat(text(anna.open(LIST))).doesNotContain("For another Anna");
    }

    @Test
    void aCorrectionIsSaidWithItsDayAndWhatItMends() {
        var id = letter("Letter", "Take two");
        clock.advance(Duration.ofDays(1));
        in(
                north(),
                () -> writing.change(
                        annaId,
                        id,
                        1,
                        new RecordContent(RecordCategory.LETTERS, "Letter", DAY, new RecordBody.Text("Take one")),
                        "The dose was wrong",
                        KAI));
        anna = clinics.signedIn(NORTH, ANNA);
        unlock();
        assertThat(text(anna.open("/records/" + id)))
                .contains("Corrected on ", "The dose was wrong", "Take one")
                .doesNotContain("Take two");
    }

    @Test
    void whoWentOverItIsNotSaidOfWhatWasCorrectedAfterwards() {
        var id = letter("Letter", "Take two");
        in(north(), () -> sharing.release(annaId, id, 1, KAI));
        clock.advance(Duration.ofDays(1));
        in(
                north(),
                () -> writing.change(
                        annaId,
                        id,
                        2,
                        new RecordContent(RecordCategory.LETTERS, "Letter", DAY, new RecordBody.Text("Take one")),
                        "The dose was wrong",
                        KAI));
        anna = clinics.signedIn(NORTH, ANNA);
        unlock();
        assertThat(text(anna.open("/records/" + id))).contains("Take one").doesNotContain("went over this");
    }

    @Test
    void limitedAccessAndACarerWithoutThePartAreShownNothing() {
        var id = letter("Letter", "Text");
        for (var terms : List.of("level = 'limited'", "level = 'full', scope = array['bookings', 'money']")) {
            run("update __tenant__.access_grant set " + terms + " where account_id = 1");
            unlock();
            assertThat(text(anna.open("/sessions"))).doesNotContain("href=\"/records\"");
            assertThat(text(anna.open(LIST)))
                    .contains("Your access doesn’t open this part of the record.")
                    .doesNotContain("Letter</a>");
            assertThat(text(anna.open("/records/kinds/letter"))).contains("Your access doesn’t open");
            assertThat(anna.open("/records/" + id).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void aParentSeesTheChildsUntilTheAgeAtWhichAccessTurnsLimited() {
        var child = clinics.patient(north(), "Ben", "ben@example.org");
        run("update __tenant__.authentication_settings set one_patient_per_account = false");
        run("""
                insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by,
                    one_patient_per_account, limited_from)
                values (1, %s, 'parent', 'full', array['clinical'], now(), 'Robin', false, timestamptz '2026-11-25T00:00Z')""".formatted(child));
        var id = shareWith(
                child,
                RecordKind.NOTE,
                new RecordContent(RecordCategory.NOTES, "Visit of Ben", DAY, new RecordBody.Text("Well")));
        assertThat(anna.open(LIST).getRedirectedUrl()).isEqualTo("/for?to=%2Frecords");
        unlock();
        assertThat(text(anna.open("/records/" + id))).contains("Visit of Ben", "For Ben Lee");

        clock.advance(Duration.ofDays(5));
        anna = clinics.signedIn(NORTH, ANNA);
        unlock();
        assertThat(anna.open("/records/" + id).getStatus()).isEqualTo(404);
    }

    @Test
    void aSectionThatIsOffIsGoneAndNobodyIsSentACodeForIt() {
        var id = letter("Letter", "Text");
        var plain = PortalDesign.plain("North Clinic");
        CurrentTenant.run(
                north(),
                () -> portal.publish(
                        KAI,
                        new PortalDesign(
                                "North Clinic",
                                plain.main(),
                                plain.accent(),
                                "",
                                "",
                                "",
                                "",
                                "",
                                null,
                                Set.of(Section.INVOICES))));
        assertThat(text(anna.open("/sessions"))).doesNotContain("href=\"/records\"");
        for (var path : List.of(LIST, "/records/" + id, "/records/kinds/letter")) {
            assertThat(anna.open(path).getStatus()).isEqualTo(404);
        }
        unlock();
        assertThat(anna.open("/records/" + id).getStatus()).isEqualTo(404);
        assertThat(anna.submit("/records/timing", "waits", "true").getStatus()).isEqualTo(404);
    }

    @Test
    void whereTheClinicLeavesItToThemPatientsChooseToWaitForAClinician() {
        letter("First", "Text");
        unlock();
        assertThat(text(anna.open(LIST))).doesNotContain("When you see new entries");
        in(
                north(),
                () -> rules.change(Map.of(RecordCategory.LETTERS, new Release(ReleaseRule.AT_ONCE, 3, true)), 0, KAI));
        var id = letter("Second", "Text");
        assertThat(text(anna.open(LIST))).contains("When you see new entries", "Second");
        assertThat(anna.submit("/records/timing", "waits", "true").getRedirectedUrl())
                .isEqualTo(LIST);
        assertThat(text(anna.open(LIST)))
                .contains("1 entry waits until a clinician has gone over it", "First")
                .doesNotContain("Second");
        assertThat(anna.open("/records/" + id).getStatus()).isEqualTo(404);
        anna.open(LIST);
        anna.submit("/records/timing", "waits", "false");
        assertThat(text(anna.open(LIST))).contains("Second");
    }

    @Test
    void whoUsedTheRecordSaysWhoReadAndNotWhatNorThatSomethingIsOnItsWay() {
        var id = letter("Secret letter", "Text");
        write(annaId, RecordKind.NOTE, new RecordContent(RecordCategory.NOTES, "Draft", DAY, new RecordBody.Text("x")));
        unlock();
        anna.open("/records/" + id);
        assertThat(text(anna.open("/access/log")))
                .contains("You</bdi></strong> read an entry of the clinical record")
                .doesNotContain("Secret", "wrote an entry", "shared an entry");
    }

    @Test
    void theOverviewTakesAsManyStatementsHoweverMuchThereIs() {
        letter("One", "Text");
        unlock();
        anna.open(LIST);
        statements.reset();
        anna.open(LIST);
        int few = statements.count();
        for (int i = 0; i < 30; i++) {
            letter("Letter " + i, "Text");
        }
        statements.reset();
        assertThat(text(anna.open(LIST))).contains("All 31 letters");
        assertThat(statements.count()).isEqualTo(few);
        assertThat(text(anna.open("/records/kinds/letter?page=2"))).contains("Letter 0", "One");
    }

    @Test
    void aDocumentIsSavedBehindTheFreshCheckByWhoMayReadItAndThatIsInTheLog() {
        var id = share(RecordKind.DOCUMENT, document(kept(north())));
        String file = "/records/" + id + "/file";
        assertThat(anna.open(file).getRedirectedUrl()).startsWith("/unlock");
        unlock();
        assertThat(text(anna.open("/records/" + id))).contains("Your scan", "The left knee", "Scan.pdf", file);
        assertThat(text(anna.open(LIST))).contains("Your scan", "Documents").doesNotContain("checked for viruses");
        run("update __tenant__.file set checked = 'waiting'");
        assertThat(text(anna.open(LIST))).contains("Your scan", "Being checked for viruses");
        run("update __tenant__.file set checked = 'clean'");
        var answer = anna.open(file);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("Scan.pdf");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(
                        texts(
                                "select action from __tenant__.audit_entry where action in ('entry-read', 'document-opened') order by id"))
                .containsExactly("entry-read", "document-opened");
        assertThat(text(anna.open("/access/log"))).contains("opened a document").doesNotContain("Scan");

        var draft = write(annaId, RecordKind.DOCUMENT, document(kept(north())));
        assertThat(anna.open("/records/" + draft + "/file").getStatus()).isEqualTo(404);
        var letter = letter("Letter", "x");
        assertThat(anna.open("/records/" + letter + "/file").getStatus()).isEqualTo(404);
        var other = clinics.patient(north(), "Bob", "bob@example.org");
        var bobs = shareWith(other, RecordKind.DOCUMENT, document(kept(north())));
        assertThat(anna.open("/records/" + bobs + "/file").getStatus()).isEqualTo(404);
        var sora = clinics.signedIn(SOUTH, ANNA);
        unlock(sora);
        assertThat(sora.open(file).getStatus()).as("another clinic").isEqualTo(404);

        run("update __tenant__.file set checked = 'waiting'");
        assertThat(anna.open(file).getRedirectedUrl()).isEqualTo("/records/" + id);
        run("update __tenant__.file set checked = 'unchecked'");
        in(north(), () -> sharing.withdraw(annaId, id, "Not yours", KAI));
        assertThat(anna.open(file).getStatus()).as("withdrawn").isEqualTo(404);
        run("update __tenant__.access_grant set level = 'limited'");
        assertThat(anna.open("/records/" + letter).getStatus()).isEqualTo(404);
    }

    private static RecordContent document(SharedFile file) {
        return new RecordContent(RecordCategory.DOCUMENTS, "Your scan", DAY, file);
    }

    private SharedFile kept(Tenant clinic) {
        return in(clinic, () -> {
            try {
                var file = ((Taking.Taken) files.take("Scan.pdf", new ByteArrayInputStream(PDF), KAI)).file();
                return new SharedFile(file.id().value(), file.name(), file.size(), "The left knee");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private RecordId letter(String title, String text) {
        return share(
                RecordKind.LETTER, new RecordContent(RecordCategory.LETTERS, title, DAY, new RecordBody.Text(text)));
    }

    private RecordId share(RecordKind kind, RecordContent content) {
        return shareWith(annaId, kind, content);
    }

    private RecordId shareWith(PatientId patient, RecordKind kind, RecordContent content) {
        var id = write(patient, kind, content);
        in(north(), () -> sharing.share(patient, id, 0, KAI));
        return id;
    }

    private RecordId write(PatientId patient, RecordKind kind, RecordContent content) {
        var answer = in(north(), () -> writing.write(patient, kind, content, UUID.randomUUID(), KAI));
        assertThat(answer).isInstanceOf(RecordAnswer.Done.class);
        return ((RecordAnswer.Done) answer).id();
    }

    private void unlock() {
        unlock(anna);
    }

    private void unlock(Visitor visitor) {
        clock.advance(Duration.ofMinutes(1));
        visitor.open("/unlock");
        visitor.submit("/unlock/codes");
        visitor.open("/unlock");
        assertThat(visitor.submit("/unlock", "code", CODE).getRedirectedUrl()).isEqualTo("/");
    }

    private static <T> T in(Tenant clinic, Supplier<T> work) {
        return CurrentTenant.call(clinic, work::get);
    }

    private void run(String statement) {
        CurrentTenant.run(
                north(),
                () -> transaction.executeWithoutResult(_ -> data.sql(statement).update()));
    }

    private List<String> texts(String query) {
        return CurrentTenant.call(
                north(),
                () -> transaction.execute(
                        _ -> data.sql(query).query(String.class).list()));
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
