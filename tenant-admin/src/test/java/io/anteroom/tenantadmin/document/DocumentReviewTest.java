package io.anteroom.tenantadmin.document;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Taking;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DocumentReviewTest extends StaffPagesFixture {

    private static final String LIST = "/o/north/documents";

    @Autowired
    Files files;

    DocumentReviewTest() {
        super(StaffRole.RECEPTIONIST);
    }

    @BeforeEach
    void annaHasSentALetter() {
        addAnnaWithAnAccount(north());
        run(north(), "update __tenant__.access_grant set scope = array['bookings']");
        sent(north(), "Letter.pdf", "from the hospital");
    }

    @Test
    void whatWaitsIsListedAndFiledUnderACategory() {
        assertThat(opens(LIST))
                .hasStatusOk()
                .bodyText()
                .contains("Letter.pdf")
                .contains("Anna Lee")
                .contains("To review");
        assertThat(opens(LIST + "/1")).hasStatusOk().bodyText().contains("from the hospital");
        assertThat(sends(LIST + "/1/filing", "category", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what it is");

        assertThat(sends(LIST + "/1/filing", "category", "letter")).hasStatus(303);

        assertThat(opens(LIST)).bodyText().contains("Nothing to review");
        assertThat(opens(LIST + "?show=filed"))
                .bodyText()
                .contains("Letter.pdf")
                .contains("Letter or report");
        assertThat(opens("/o/north/patients/1/documents"))
                .hasStatusOk()
                .bodyText()
                .contains("Letter.pdf");
        assertThat(sends(LIST + "/1/refusal", "message", "No")).hasStatus(303);
        assertThat(texts("select state from __tenant__.document")).containsExactly("filed");
        assertThat(texts("select action from __tenant__.audit_entry where subject_kind = 'document'"))
                .containsExactly("document-filed");
    }

    @Test
    void aFileIsOpenedAndThatIsWrittenDown() {
        var file = opens(LIST + "/1/file");
        assertThat(file).hasStatusOk().bodyText().startsWith("%PDF");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(opens(LIST + "/1/file")).as("once a day in the log").hasStatusOk();
        assertThat(
                        texts(
                                "select action || ' ' || patient_id from __tenant__.audit_entry where subject_kind = 'document'"))
                .containsExactly("document-opened 1");
    }

    @Test
    void aRefusedDocumentLosesItsFileAndItsSenderIsTold() {
        assertThat(sends(LIST + "/1/refusal", "message", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Write why, and what the sender can do instead");
        assertThat(sends(LIST + "/1/refusal", "message", "Page 2 is missing")).hasStatus(303);

        assertThat(opens(LIST + "/1")).hasStatusOk().bodyText().contains("Page 2 is missing");
        assertThat(opens(LIST + "/1/file")).hasStatus(404);
        assertThat(texts("select id::text from __tenant__.file where released_at is not null"))
                .containsExactly("1");
        assertThat(texts("select recipient from __tenant__.message where about_kind = 'document' and about_ref = '1'"))
                .containsExactly("anna@example.org");
        assertThat(texts("select detail::text from __tenant__.audit_entry where action = 'document-refused'"))
                .noneMatch(detail -> detail.contains("Page 2"));
    }

    @Test
    void whatWasTakenBackMeanwhileIsNotDecided() {
        run(north(), "update __tenant__.document set state = 'taken-back', name = '', note = ''");
        assertThat(opens(LIST + "/1")).hasStatus(404);
        assertThat(opens(LIST + "/1/file")).hasStatus(404);
        assertThat(opens(LIST)).bodyText().contains("Nothing to review");
    }

    @Test
    void whatTheScannerHasNotSeenIsNeitherOpenedNorFiled() {
        run(north(), "update __tenant__.file set checked = 'waiting'");
        assertThat(opens(LIST + "/1"))
                .bodyText()
                .contains("Waits for the virus scanner")
                .doesNotContain("/filing");
        assertThat(opens(LIST + "/1/file")).hasStatus(404);
        assertThat(sends(LIST + "/1/filing", "category", "letter")).hasStatus(303);
        assertThat(texts("select state from __tenant__.document")).containsExactly("waiting");
    }

    @Test
    void anotherClinicsDocumentsAreNotThere() {
        addAnnaWithAnAccount(south());
        sent(south(), "South.pdf", "");
        sent(south(), "South too.pdf", "");
        assertThat(opens(LIST)).bodyText().doesNotContain("South");
        assertThat(opens(LIST + "/1")).bodyText().contains("Letter.pdf");
        assertThat(opens(LIST + "/2")).hasStatus(404);
        assertThat(opens(LIST + "/2/file")).hasStatus(404);
        assertThat(sends(LIST + "/2/refusal", "message", "No")).hasStatus(404);
    }

    @Test
    void aRecordsDocumentsAreListedPageByPageTheNewestFirst() {
        String tab = "/o/north/patients/1/documents";
        assertThat(opens(tab)).bodyText().doesNotContain("class=\"pages\"");
        run(
                north(),
                "insert into __tenant__.document (attempt, patient_id, account_id, sent_by, sent_at, name, size, note, state)"
                        + " select gen_random_uuid(), 1, 1, 'Anna Lee', " + NOW
                        + " + n * interval '1 minute', 'Scan ' || n || '.pdf', 1, '', 'waiting' from generate_series(1, 50) n");
        assertThat(opens(tab))
                .bodyText()
                .contains("Scan 50.pdf", "Scan 1.pdf", "1–50 of 51", tab + "?page=2")
                .doesNotContain("Letter.pdf");
        assertThat(opens(tab + "?page=2"))
                .bodyText()
                .contains("Letter.pdf", "51–51 of 51")
                .doesNotContain("Scan");
        assertThat(opens(tab + "?page=3")).hasStatus(303).hasHeader("Location", tab);
    }

    @Test
    void whatAnAccountWithoutARecordSentIsOpenedAndRefusedAndFiledOnlyOnceItIsMatched() {
        run(north(), "update __tenant__.document set patient_id = null");
        assertThat(opens(LIST)).bodyText().contains("Letter.pdf", "No record yet", "Anna Lee");
        assertThat(opens(LIST + "?q=anna")).bodyText().contains("Letter.pdf");
        assertThat(opens(LIST + "/1"))
                .hasStatusOk()
                .bodyText()
                .contains("isn’t matched with a record yet", "href=\"/o/north/patients/requests/1\"")
                .doesNotContain("File on the record");
        assertThat(opens(LIST + "/1/file")).hasStatusOk();
        assertThat(sends(LIST + "/1/filing", "category", "letter"))
                .hasStatus(303)
                .hasHeader("Location", LIST + "/1");
        assertThat(texts("select state from __tenant__.document")).containsExactly("waiting");
        assertThat(sends(LIST + "/1/refusal", "message", "Too dark")).hasStatus(303);
        assertThat(texts("select state from __tenant__.document")).containsExactly("refused");
        assertThat(texts("select recipient from __tenant__.message where about_kind = 'document'"))
                .hasSize(1);
    }

    @Test
    void whoMakesInvoicesReadsNoDocuments() {
        role = StaffRole.BILLING;
        for (String path : List.of(LIST, LIST + "/1", LIST + "/1/file", "/o/north/patients/1/documents")) {
            assertThat(opens(path)).as(path).hasStatus(403);
        }
    }

    @Test
    void aSearchFindsAPatientOrAFile() {
        assertThat(opens(LIST + "?q=anna")).bodyText().contains("Letter.pdf");
        assertThat(opens(LIST + "?q=letter")).bodyText().contains("Letter.pdf");
        assertThat(opens(LIST + "?q=%25")).bodyText().contains("Nothing found");
    }

    private void sent(Tenant clinic, String name, String note) {
        byte[] pdf = "%PDF-1.7\na letter\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        FileId file = CurrentTenant.call(clinic, () -> {
            try {
                var taken = files.take(name, new ByteArrayInputStream(pdf), new Actor.PortalUser("1", "Anna Lee"));
                return ((Taking.Taken) taken).file().id();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        in(clinic, () -> {
            files.claim(file);
            return jdbc.sql(
                            "insert into __tenant__.document (attempt, patient_id, account_id, sent_by, sent_at, file_id, name,"
                                    + " size, note, state) values (gen_random_uuid(), 1, 1, 'Anna Lee', " + NOW
                                    + ", :file, :name, 24, :note, 'waiting')")
                    .param("file", file.value())
                    .param("name", name)
                    .param("note", note)
                    .update();
        });
    }
}
