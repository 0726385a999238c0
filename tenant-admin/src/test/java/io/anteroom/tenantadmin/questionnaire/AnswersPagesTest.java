package io.anteroom.tenantadmin.questionnaire;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Taking;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AnswersPagesTest extends QuestionnairePagesFixture {

    private static final String TAB = "/o/north/patients/1/questionnaires";
    private static final String ANSWERS = LIST + "/answers/";

    private static final byte[] PDF = "%PDF-1.7\nmy letter\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Files files;

    @BeforeEach
    void aPublishedQuestionnaireAndAPatient() {
        addAnnaWithAnAccount(north());
        begin();
        addMood();
        assertThat(sends(
                        DRAFT + "/totals",
                        "seen",
                        hidden(opens(DRAFT + "/totals"), "seen"),
                        "name0",
                        "Mood",
                        "group0",
                        "",
                        "bands0",
                        "0-1 fine\n!2+ low"))
                .hasStatus(303);
        publish();
    }

    @Test
    void aPatientIsGivenAQuestionnaireOnceAndItIsTakenBack() {
        assertThat(opens(TAB)).hasStatusOk().bodyText().contains("No questionnaire was given", "Intake");
        assertThat(sends(TAB, "questionnaire", "", "due", "1999-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose");
        assertThat(sends(TAB, "questionnaire", "1", "due", "2026-12-24")).hasStatus(303);
        assertThat(sends(TAB, "questionnaire", "1")).hasStatus(422).bodyText().contains("given before");
        assertThat(opens(TAB)).bodyText().contains("due 24 Dec 2026", "Not started", "Take back Intake");
        assertThat(opens(LIST + "/1")).hasStatusOk();
        assertThat(opens(LIST)).bodyText().contains("1 not sent yet");

        assertThat(sends("/o/north/patients/77/questionnaires/1/withdrawal", "revision", "0"))
                .hasStatus(404);
        addLee(north(), "Bob", "1981-03-27");
        assertThat(sends("/o/north/patients/2/questionnaires/1/withdrawal", "revision", "0"))
                .as("another patient's")
                .hasStatus(404);
        assertThat(sends(TAB + "/1/withdrawal", "revision", "0")).hasStatus(303);
        assertThat(opens(TAB)).bodyText().contains("Taken back");
    }

    @Test
    void aRetiredQuestionnaireIsOfferedToNobody() {
        sends(LIST + "/1/retirement");
        assertThat(opens(TAB)).bodyText().contains("None is published yet");
        assertThat(sends(TAB, "questionnaire", "1")).hasStatus(422).bodyText().contains("given to nobody any more");
    }

    @Test
    void answersAreReadBesideEarlierOnesReviewedAndPutBack() {
        sent(1, "2026-10-01T09:00Z", "a1", "Fine");
        sent(2, "2026-11-20T09:00Z", "a3", "Very low");
        assertThat(opens(LIST + "/to-review"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Sent 1 Oct 2026", "Sent 20 Nov 2026")
                .contains("Anna Lee", "Mood: low");

        assertThat(opens(ANSWERS + 2))
                .hasStatusOk()
                .bodyText()
                .contains("Very low", "Fine", "Changed", "3, low", "0, fine", "Mark as reviewed", "Mood: low");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'answers-opened'"))
                .hasSize(1);

        assertThat(sends(ANSWERS + "2/review")).hasStatus(303).hasHeader("Location", LIST + "/to-review");
        assertThat(sends(ANSWERS + "2/review")).as("again").hasStatus(303);
        assertThat(opens(ANSWERS + 2)).bodyText().contains("Reviewed 21 Nov 2026", "by Robin Desk");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'answers-reviewed'"))
                .hasSize(1);
        assertThat(opens(LIST + "/to-review")).bodyText().doesNotContain("answers/2");
        assertThat(sends(ANSWERS + "2/unreview")).hasStatus(303);
        assertThat(opens(LIST + "/to-review")).bodyText().contains("answers/2");
        assertThat(opens(TAB)).bodyText().contains("/questionnaires/answers/2", "Sent");
    }

    @Test
    void answersAreTakenAlongAsPdfAndAsFhir() {
        sent(1, "2026-11-20T09:00Z", "a3", "Very low");
        MvcTestResult pdf = opens(ANSWERS + "1/pdf");
        assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
        assertThat(new String(pdf.getResponse().getContentAsByteArray(), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        assertThat(opens(ANSWERS + "1/fhir"))
                .hasStatusOk()
                .bodyText()
                .contains("QuestionnaireResponse", "/questionnaires/1|1", "Patient/1", "\"code\" : \"a3\"");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'answers-downloaded'"))
                .hasSize(2);
    }

    @Test
    void filesAndDrawnSignaturesAreShownSavedAndPrinted() {
        sends(DRAFT + "/begin");
        sends(DRAFT + "/new-item", "kind", "attachment", "text", "Your referral");
        sends(DRAFT + "/new-item", "kind", "signature", "text", "I agree");
        publish();
        sent(1, "2026-11-20T09:00Z", "a3", "Very low");
        long letter = kept(north(), "Letter.pdf", PDF);
        long drawing = kept(north(), "signature.png", png());
        answered(
                ":q3",
                "[{\"valueAttachment\":{\"contentType\":\"application/pdf\",\"url\":\"urn:anteroom:file:" + letter
                        + "\",\"size\":26,\"title\":\"Letter.pdf\"}}]");
        answered(
                ":q4",
                "[{\"extension\":[{\"url\":\"https://anteroom.io/fhir/StructureDefinition/signed\",\"extension\":["
                        + "{\"url\":\"when\",\"valueInstant\":\"2026-11-20T08:59:00Z\"},"
                        + "{\"url\":\"statement\",\"valueString\":\"I agree\"},"
                        + "{\"url\":\"drawing\",\"valueUri\":\"urn:anteroom:file:" + drawing
                        + "\"}]}],\"valueString\":\"Anna Lee\"}]");

        assertThat(opens(ANSWERS + 1))
                .hasStatusOk()
                .bodyText()
                .contains("Letter.pdf (1 kB)", "answers/1/files/" + letter, "<img", "answers/1/files/" + drawing)
                .contains("Anna Lee, signed with a drawing", "Signed: I agree");
        MvcTestResult file = opens(ANSWERS + "1/files/" + letter);
        assertThat(file).hasStatusOk().bodyText().startsWith("%PDF");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(opens(ANSWERS + "1/files/" + drawing)).hasStatusOk().hasContentType("image/png");
        assertThat(texts("select action from __tenant__.audit_entry where action = 'answers-downloaded'"))
                .hasSize(2);
        assertThat(opens(ANSWERS + "1/pdf")).hasStatusOk().hasContentType("application/pdf");
        assertThat(opens(ANSWERS + "1/fhir"))
                .bodyText()
                .contains("/answers/1/files/" + letter, "\"sigFormat\" : \"image/png\"");

        long other = kept(north(), "Other.pdf", PDF);
        assertThat(opens(ANSWERS + "1/files/" + other)).as("named by no answer").hasStatus(404);
        kept(south(), "South.pdf", PDF);
        assertThat(opens("/o/south/questionnaires/answers/1/files/1")).hasStatus(404);
        role = StaffRole.BILLING;
        assertThat(opens(ANSWERS + "1/files/" + letter)).hasStatus(403);
    }

    private void answered(String path, String value) {
        run(
                north(),
                "insert into __tenant__.questionnaire_answer (assignment_id, path, value, revision, saved_at, saved_by)"
                        + " values (1, '" + path + "', '" + value + "', 1, now(), 1)");
    }

    private long kept(Tenant clinic, String name, byte[] content) {
        return CurrentTenant.call(clinic, () -> {
            try {
                var taken = (Taking.Taken)
                        files.take(name, new ByteArrayInputStream(content), new Actor.Staff("1", "Robin Desk"));
                return taken.file().id().value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void whatWasNotSentIsReadByNobody() {
        assertThat(sends(TAB, "questionnaire", "1")).hasStatus(303);
        for (String path : new String[] {"1", "1/pdf", "1/fhir"}) {
            assertThat(opens(ANSWERS + path)).as(path).hasStatus(404);
        }
        sends(ANSWERS + "1/review");
        assertThat(texts("select action from __tenant__.audit_entry where action like 'answers%'"))
                .isEmpty();
    }

    @Test
    void anotherClinicAndBillingFindNothingOfIt() {
        sent(1, "2026-11-20T09:00Z", "a3", "Very low");
        for (String path : new String[] {"1", "1/pdf", "1/fhir"}) {
            assertThat(opens("/o/south/questionnaires/answers/" + path))
                    .as(path)
                    .hasStatus(404);
        }
        sends("/o/south/questionnaires/answers/1/review");
        assertThat(opens("/o/south/questionnaires/to-review")).bodyText().contains("Nothing to review");
        assertThat(opens(LIST + "/to-review")).bodyText().contains("Anna Lee");
        addAnnaWithAnAccount(south());
        assertThat(sends("/o/south/patients/1/questionnaires", "questionnaire", "1"))
                .hasStatus(422);
        role = StaffRole.BILLING;
        assertThat(opens(ANSWERS + "1")).hasStatus(403);
        assertThat(opens(TAB)).hasStatus(403);
        assertThat(opens("/o/north/patients/1")).bodyText().doesNotContain(TAB);
    }

    /** Anna's answers to version 1, handed in at that time. */
    private void sent(long number, String at, String code, String display) {
        run(north(), """
                insert into __tenant__.questionnaire_assignment
                    (reference, version_id, patient_id, why, state, assigned_at, assigned_by, started_at, completed_at, completed_by)
                values (repeat(chr(96 + %d), 16), (select max(id) from __tenant__.questionnaire_version), 1, 'by_hand', 'completed', '%s', 'Rosa', '%2$s', '%2$s', 1)""".formatted(number, at));
        run(north(), """
                insert into __tenant__.questionnaire_answer (assignment_id, path, value, revision, saved_at, saved_by)
                values (%d, ':q2', '[{"valueCoding":{"code":"%s","display":"%s"}}]', 1, '%s', 1)""".formatted(number, code, display, at));
    }
}
