package io.anteroom.portal.document;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.registration.Decided;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.document.Sending;
import io.anteroom.clinic.document.SentDocuments;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DocumentPagesTest extends SignedInFixture {

    @Autowired
    private RegistrationRequests requests;

    @Autowired
    private Charts charts;

    @Autowired
    private SentDocuments sent;

    private static final byte[] PDF = "%PDF-1.7\nmy letter\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @BeforeEach
    void bookingsAndForms() {
        scopes(account, ann, "bookings,money");
        open(north());
    }

    private void open(Tenant clinic) {
        CurrentTenant.run(clinic, () -> {
            setup.switchTo(STAFF, true);
            var plain = PortalDesign.plain("Clinic");
            setup.publish(
                    STAFF,
                    new PortalDesign(
                            "Clinic",
                            plain.main(),
                            plain.accent(),
                            "",
                            "",
                            "",
                            "",
                            "",
                            null,
                            Set.of(Section.INVOICES, Section.DOCUMENTS)));
        });
    }

    @Test
    void whatIsSentIsListedWithItsStateAndCanBeSavedAgain() {
        assertThat(get("/documents")).bodyText().contains("Nothing sent yet");
        assertThat(get("/documents/new")).hasStatusOk().bodyText().contains("capture=\"environment\"");

        MvcTestResult sent = send(ann, "Letter.pdf", PDF, "Letter from the hospital");

        assertThat(sent).hasStatus(303).headers().hasValue("Location", "/documents");
        assertThat(get("/documents"))
                .bodyText()
                .contains("Letter from the hospital")
                .contains("Waiting for the clinic");
        MvcTestResult file = get("/documents/1/file");
        assertThat(file).hasStatusOk().hasContentType("application/pdf");
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(PDF);
        assertThat(file.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("Letter.pdf");
        assertThat(file.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(texts("select action from __tenant__.audit_entry where subject_kind = 'document' order by id"))
                .containsExactly("document-sent", "document-opened");
        assertThat(texts("select detail::text from __tenant__.audit_entry where subject_kind = 'document'"))
                .noneMatch(detail -> detail.contains("Letter"));
    }

    @Test
    void aDownloadGoesOnWhereItBrokeOff() {
        send(ann, "Letter.pdf", PDF, "");
        MvcTestResult rest = mvc.get()
                .uri("https://north.anteroom.test/documents/1/file")
                .header(SignedInPages.ACCOUNT, account)
                .header("Range", "bytes=9-")
                .exchange();
        assertThat(rest).hasStatus(206).bodyText().startsWith("my letter");
        mvc.head()
                .uri("https://north.anteroom.test/documents/1/file")
                .header(SignedInPages.ACCOUNT, account)
                .exchange();
        assertThat(texts("select action from __tenant__.audit_entry where action = 'document-opened'"))
                .as("not each part is told, but that it was opened that day")
                .hasSize(1);
        clock.advance(Duration.ofDays(1));
        get("/documents/1/file");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'document-opened'"))
                .hasSize(2);
    }

    @Test
    void theSameFormTwiceSendsOne() {
        String form = UUID.randomUUID().toString();
        assertThat(send(ann, "Letter.pdf", PDF, "", form)).hasStatus(303);
        assertThat(send(ann, "Letter.pdf", PDF, "", form)).hasStatus(303);
        assertThat(texts("select count(*)::text from __tenant__.document")).containsExactly("1");
    }

    @Test
    void severalGoWithOneFormEachWithItsOutcomeAndTwiceSendsEachOnce() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        String form = UUID.randomUUID().toString();
        assertThat(get("/documents/new")).bodyText().contains(" multiple", "data-upload-each");
        for (int i = 0; i < 2; i++) {
            assertThat(sendAll(form, "One.pdf", PDF, "Two.pdf", PDF)).hasStatus(303);
            assertThat(texts("select name from __tenant__.document order by id"))
                    .containsExactly("One.pdf", "Two.pdf");
        }
        assertThat(get("/documents")).bodyText().contains("Letters", "One.pdf", "Two.pdf");

        assertThat(sendAll(UUID.randomUUID().toString(), "Three.pdf", PDF, "Page.pdf", page))
                .hasStatus(422)
                .bodyText()
                .contains("Page.pdf", "We can’t take this kind of file", "other file was sent")
                .doesNotContain("Three.pdf");
        assertThat(texts("select name from __tenant__.document order by id")).hasSize(3);
    }

    @Test
    void moreThanTenAtATimeAreNotSent() {
        var many = new Object[22];
        for (int i = 0; i < 22; i += 2) {
            many[i] = i + ".pdf";
            many[i + 1] = PDF;
        }
        assertThat(sendAll(UUID.randomUUID().toString(), many))
                .hasStatus(422)
                .bodyText()
                .contains("Choose 10 files or fewer at a time");
        assertThat(texts("select name from __tenant__.document")).isEmpty();
    }

    @Test
    void theListGoesOnPageByPageTheNewestFirst() {
        run(
                "insert into __tenant__.document (attempt, patient_id, account_id, sent_by, sent_at, name, size, note, state)"
                        + " select gen_random_uuid(), " + ann + ", " + account
                        + ", 'Ann', timestamptz '2026-10-01T08:00Z' + n * interval '1 hour', 'Scan ' || n || '.pdf', 1, '',"
                        + " 'waiting' from generate_series(1, 51) n");
        assertThat(get("/documents"))
                .bodyText()
                .contains("Scan 51.pdf", "Scan 2.pdf", "1–50 of 51", "/documents?page=2")
                .doesNotContain("Scan 1.pdf");
        assertThat(get("/documents?page=2"))
                .bodyText()
                .contains("Scan 1.pdf", "51–51 of 51")
                .doesNotContain("Scan 51.pdf");
        assertThat(get("/documents?page=3")).hasStatus(303).headers().hasValue("Location", "/documents");
        assertThat(get("/documents?page=x")).hasStatusOk().bodyText().contains("Scan 51.pdf");
    }

    @Test
    void whatWaitsForTheScannerSaysSoInTheList() {
        send(ann, "Letter.pdf", PDF, "");
        run("update __tenant__.file set checked = 'waiting'");
        assertThat(get("/documents")).bodyText().contains("Being checked for viruses");
    }

    @Test
    void aFileThatIsNotTakenIsSaidSoWhereItWasChosenAndTheRestIsKept() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        assertThat(send(ann, "Letter.pdf", page, "Letter from the hospital"))
                .hasStatus(422)
                .bodyText()
                .contains("We can’t take this kind of file")
                .contains("id=\"f-file-error\"")
                .contains("value=\"Letter from the hospital\"");
        assertThat(send(ann, "Letter.pdf", new byte[0], "Letter from the hospital"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a file, or take a picture");
        assertThat(texts("select count(*)::text from __tenant__.document")).containsExactly("0");
    }

    @Test
    void whatIsTooLargeIsSaidToBe() {
        byte[] large = new byte[21_000_000];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(send(ann, "Letter.pdf", large, "x"))
                .hasStatus(422)
                .bodyText()
                .contains("The file is larger than");
    }

    @Test
    void whatWaitsCanBeTakenBackAndWhatWasReviewedCannot() {
        send(ann, "One.pdf", PDF, "");
        send(ann, "Two.pdf", PDF, "");
        run(
                "update __tenant__.document set state = 'filed', category = 'letter', reviewed_at = now(), reviewed_by = 'R' where id = 2");

        assertThat(get("/documents/1/removal")).hasStatusOk().bodyText().contains("One.pdf is deleted");
        assertThat(post("/documents/1/removal")).hasStatus(303);
        assertThat(post("/documents/2/removal")).hasStatus(303);

        assertThat(get("/documents/1")).hasStatus(404);
        assertThat(get("/documents/1/file")).hasStatus(404);
        assertThat(get("/documents"))
                .bodyText()
                .doesNotContain("One.pdf")
                .contains("Two.pdf")
                .contains("Filed by the clinic");
        assertThat(texts("select name from __tenant__.document where id = 1")).containsExactly("");
        assertThat(texts("select id::text from __tenant__.file where released_at is not null"))
                .containsExactly("1");
    }

    @Test
    void whoSentARefusedDocumentReadsWhy() {
        send(ann, "One.pdf", PDF, "");
        run(
                "update __tenant__.document set state = 'refused', message = 'Page 2 is missing', reviewed_at = now(), reviewed_by = 'R'");
        assertThat(get("/documents/1"))
                .bodyText()
                .contains("Not accepted")
                .contains("Page 2 is missing")
                .doesNotContain("Take it back");
    }

    @Test
    void anotherPatientsDocumentsAreNotThere() {
        PatientId ben = patient(north(), "Ben");
        long bens = account(north(), ben);
        scopes(bens, ben, "bookings");
        send(ann, "Letter.pdf", PDF, "Secret");

        for (String path : List.of("/documents/1", "/documents/1/file", "/documents/1/removal")) {
            assertThat(by(bens, path)).as(path).hasStatus(404);
        }
        assertThat(by(bens, "/documents")).bodyText().doesNotContain("Secret");
        MvcTestResult post = mvc.post()
                .uri("https://north.anteroom.test/documents/1/removal")
                .header(SignedInPages.ACCOUNT, bens)
                .exchange();
        assertThat(post).hasStatus(303);
        assertThat(texts("select state from __tenant__.document")).containsExactly("waiting");
        assertThat(sendAs(bens, ann, "Letter.pdf", PDF, "", UUID.randomUUID().toString()))
                .hasStatus(404);
    }

    @Test
    void limitedAccessSeesWhatItSentAndNothingElse() {
        send(ann, "Letter.pdf", PDF, "Sent by Ann");
        long carer = carer("limited");
        assertThat(by(carer, "/documents")).bodyText().doesNotContain("Sent by Ann");
        assertThat(by(carer, "/documents/1")).hasStatus(404);

        assertThat(sendAs(
                        carer,
                        ann,
                        "Mine.pdf",
                        PDF,
                        "List of the carer",
                        UUID.randomUUID().toString()))
                .hasStatus(303);
        assertThat(by(carer, "/documents")).bodyText().contains("List of the carer");
        assertThat(by(carer, "/documents/2/file")).hasStatusOk();
        assertThat(get("/documents"))
                .bodyText()
                .contains("Sent by Ann")
                .contains("A document")
                .doesNotContain("List of the carer")
                .doesNotContain("Mine.pdf");
    }

    @Test
    void whoOpenedAnAccountAloneSendsDocumentsThatTheRecordHasOnceItIsMatched() {
        opensAnAccountAlone();
        assertThat(get("/")).bodyText().contains("href=\"/documents\"");
        assertThat(get("/documents/new")).hasStatusOk().bodyText().contains("action=\"/documents/new\"");
        String form = UUID.randomUUID().toString();

        assertThat(sendWithoutRecord(form)).hasStatus(303).hasHeader("Location", "/documents");
        assertThat(sendWithoutRecord(form)).as("twice sends once").hasStatus(303);
        assertThat(sendAs(account, ann, "Letter.pdf", PDF, "", UUID.randomUUID().toString()))
                .as("about a patient who may be anybody")
                .hasStatus(404);

        assertThat(get("/documents")).bodyText().contains("Letter of the hospital", "Waiting for the clinic");
        assertThat(get("/documents/1/file")).hasStatusOk();
        PatientId ben = patient(north(), "Ben");
        long bens = account(north(), ben);
        scopes(bens, ben, "bookings");
        assertThat(by(bens, "/documents/1")).hasStatus(404);
        assertThat(by(bens, "/documents")).bodyText().doesNotContain("Letter of the hospital");

        assertThat(in(north(), () -> requests.join(new AccountId(account), ann, STAFF)))
                .isInstanceOf(Decided.Joined.class);

        assertThat(texts("select patient_id::text from __tenant__.document")).containsExactly(ann.toString());
        assertThat(get("/documents")).bodyText().contains("Letter of the hospital");
        assertThat(texts("select action from __tenant__.audit_entry where subject_kind = 'document' order by id"))
                .containsExactly("document-sent", "document-opened", "document-matched");
    }

    @Test
    void whatIsOnItsWayWhileAnAccountIsMatchedComesOnTheRecord() throws Exception {
        opensAnAccountAlone();
        var waiting = CurrentTenant.call(
                north(),
                () -> charts.visibleTo(new Viewer(
                        new AccountId(account),
                        new SessionId(1),
                        clock.instant().plusSeconds(3600),
                        null,
                        null)));
        var slow = new FilterInputStream(new ByteArrayInputStream(PDF)) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (requests.find(new AccountId(account)).orElseThrow().isOpen()) {
                    in(north(), () -> requests.join(new AccountId(account), ann, STAFF));
                }
                return super.read(into, from, most);
            }
        };
        assertThat(CurrentTenant.call(north(), () -> sent.send(waiting, null, UUID.randomUUID(), "", "Slow.pdf", slow)))
                .isInstanceOf(Sending.Sent.class);

        assertThat(sendWithoutRecord(UUID.randomUUID().toString()))
                .as("a form that was opened before")
                .hasStatus(303);
        assertThat(texts("select patient_id::text from __tenant__.document"))
                .containsExactly(ann.toString(), ann.toString());
    }

    @Test
    void aFormOpenedBeforeTheMatchIsAboutItsSenderForWhomeverTheyActMeanwhile() {
        opensAnAccountAlone();
        in(north(), () -> requests.join(new AccountId(account), ann, STAFF));
        PatientId ben = patient(north(), "Ben");
        grant(account, ben, "full", "bookings");

        assertThat(mvc.post()
                        .multipart()
                        .file(new MockMultipartFile("file", "Letter.pdf", "application/octet-stream", PDF))
                        .uri("https://north.anteroom.test/documents/new")
                        .param("form", UUID.randomUUID().toString())
                        .header(SignedInPages.ACCOUNT, account)
                        .header(SignedInPages.ACTING_FOR, ben.value())
                        .exchange())
                .hasStatus(303);
        assertThat(texts("select patient_id::text from __tenant__.document")).containsExactly(ann.toString());
    }

    @Test
    void whoWasRefusedOrLostAllAccessSendsNothing() {
        opensAnAccountAlone();
        sendWithoutRecord(UUID.randomUUID().toString());
        run(
                "update __tenant__.registration set state = 'refused', decided_at = now(), decided_by = 'Robin', word = 'Call us'");
        assertThat(sendWithoutRecord(UUID.randomUUID().toString())).hasStatus(404);
        assertThat(get("/documents/new")).hasStatus(303);
        assertThat(get("/documents"))
                .bodyText()
                .contains("Letter of the hospital")
                .doesNotContain("/documents/new");
        run("delete from __tenant__.registration");
        assertThat(sendWithoutRecord(UUID.randomUUID().toString())).hasStatus(404);
    }

    private void opensAnAccountAlone() {
        run("delete from __tenant__.access_grant");
        run("""
                insert into __tenant__.registration (account_id, given_name, family_name, birth_date, family_key, given_key,
                       channel, value, made_at, state)
                values (%d, 'Ann', 'Arbor', '1980-03-27', 'arbor', 'ann', 'email', 'ann@example.org', now(), 'open')""".formatted(account));
    }

    private MvcTestResult sendWithoutRecord(String form) {
        return mvc.post()
                .multipart()
                .file(new MockMultipartFile("file", "Letter.pdf", "application/octet-stream", PDF))
                .uri("https://north.anteroom.test/documents/new")
                .param("form", form)
                .param("note", "Letter of the hospital")
                .header(SignedInPages.ACCOUNT, account)
                .exchange();
    }

    @Test
    void fullAccessSeesThatOthersSentSomethingButNeitherWhatNorWhatIsInIt() {
        send(ann, "Letter.pdf", PDF, "Rash on the arm");
        long parent = carer("full");
        for (String path : List.of("/documents", "/documents/1")) {
            assertThat(by(parent, path))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .contains("A document")
                    .contains("Waiting for the clinic")
                    .doesNotContain("Rash on the arm")
                    .doesNotContain("Letter.pdf")
                    .doesNotContain("/documents/1/file");
            assertThat(get(path)).bodyText().contains("Rash on the arm").doesNotContain("A document");
        }
        assertThat(by(parent, "/documents/1/file")).hasStatus(404);
    }

    @Test
    void whoMaySeeInvoicesAloneSendsNothing() {
        scopes(account, ann, "money");
        assertThat(get("/documents"))
                .bodyText()
                .contains("No documents to show")
                .doesNotContain("/documents/new");
        assertThat(get("/")).bodyText().doesNotContain("href=\"/documents\"");
        assertThat(send(ann, "Letter.pdf", PDF, "")).hasStatus(404);
    }

    @Test
    void anotherClinicsDocumentOfTheSameNumberIsAnother() {
        send(ann, "North.pdf", PDF, "");
        open(south());
        PatientId sue = patient(south(), "Sue");
        long sues = account(south(), sue);
        in(
                south(),
                () -> data.sql("update __tenant__.access_grant set scope = array['bookings']")
                        .update());
        var at = mvc.get()
                .uri("https://south.anteroom.test/documents/1/file")
                .header(SignedInPages.ACCOUNT, sues)
                .exchange();
        assertThat(at).hasStatus(404);
    }

    @Test
    void aSectionThatIsOffIsGone() {
        send(ann, "Letter.pdf", PDF, "");
        publish("", "", false);
        for (String path : List.of("/documents", "/documents/new", "/documents/1", "/documents/1/file")) {
            assertThat(get(path)).as(path).hasStatus(404);
        }
        assertThat(send(ann, "Letter.pdf", PDF, "")).hasStatus(404);
        assertThat(get("/")).bodyText().doesNotContain("href=\"/documents\"");
    }

    @Test
    void anAccountSendsSoManyInADayAndNoMore() {
        run(
                "insert into __tenant__.document (attempt, patient_id, account_id, sent_by, sent_at, name, size, note, state)"
                        + " select gen_random_uuid(), " + ann + ", " + account
                        + ", 'Ann', timestamptz '2026-11-21T08:00Z', 'x', 1, '', 'waiting' from generate_series(1, 30)");
        assertThat(send(ann, "Letter.pdf", PDF, ""))
                .hasStatus(422)
                .bodyText()
                .contains("as much as can be sent in a day");
        clock.advance(Duration.ofHours(24));
        assertThat(send(ann, "Letter.pdf", PDF, "")).hasStatus(303);
    }

    @Test
    void whatIsRefusedCountsTooAndAfterAnHourAnAccountMayTryAgain() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        assertThat(send(ann, "Letter.pdf", page, "")).hasStatus(422);
        assertThat(texts("select subject || ' ' || used from __tenant__.sign_in_cap where kind = 'document'"))
                .containsExactly(account + " 1");
        run("update __tenant__.sign_in_cap set used = 59 where kind = 'document'");

        assertThat(send(ann, "Letter.pdf", PDF, "")).hasStatus(303);
        assertThat(send(ann, "Letter.pdf", PDF, ""))
                .hasStatus(422)
                .bodyText()
                .contains("You have tried to send very many files");
        assertThat(texts("select count(*)::text from __tenant__.document")).containsExactly("1");
        clock.advance(Duration.ofHours(1));
        assertThat(send(ann, "Letter.pdf", PDF, "")).hasStatus(303);
    }

    @Test
    void aPlaceIsFreeAgainWhateverCameOfAFile() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 7; i++) {
            assertThat(send(ann, "Letter.pdf", page, "")).bodyText().contains("We can’t take this kind of file");
            assertThat(send(ann, "Letter.pdf", PDF, "")).hasStatus(303);
        }
    }

    private long carer(String level) {
        long id = in(
                north(),
                () -> data.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id")
                        .query(Long.class)
                        .single());
        grant(id, ann, level, "bookings");
        return id;
    }

    private MvcTestResult by(long who, String path) {
        return mvc.get()
                .uri("https://north.anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, who)
                .exchange();
    }

    private MvcTestResult send(PatientId patient, String name, byte[] file, String note) {
        return send(patient, name, file, note, UUID.randomUUID().toString());
    }

    private MvcTestResult send(PatientId patient, String name, byte[] file, String note, String form) {
        return sendAs(account, patient, name, file, note, form);
    }

    private MvcTestResult sendAs(long who, PatientId patient, String name, byte[] file, String note, String form) {
        return mvc.post()
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", file))
                .uri("https://north.anteroom.test/documents/new/" + patient)
                .param("form", form)
                .param("note", note)
                .header(SignedInPages.ACCOUNT, who)
                .exchange();
    }

    private MvcTestResult sendAll(String form, Object... files) {
        var post = mvc.post().multipart();
        for (int i = 0; i < files.length; i += 2) {
            post = post.file(new MockMultipartFile(
                    "file", (String) files[i], "application/octet-stream", (byte[]) files[i + 1]));
        }
        return post.uri("https://north.anteroom.test/documents/new/" + ann)
                .param("form", form)
                .param("note", "Letters")
                .header(SignedInPages.ACCOUNT, account)
                .exchange();
    }

    private void scopes(long who, PatientId patient, String scopes) {
        run("update __tenant__.access_grant set scope = cast('{" + scopes + "}' as text[]) where account_id = " + who
                + " and patient_id = " + patient);
    }

    private void run(String sql) {
        in(north(), () -> data.sql(sql).update());
    }

    private List<String> texts(String sql) {
        return texts(north(), sql);
    }

    private List<String> texts(Tenant clinic, String sql) {
        return in(clinic, () -> data.sql(sql).query(String.class).list());
    }
}
