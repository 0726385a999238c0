package io.anteroom.portal.questionnaire;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.Given;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.PublishedVersions;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.QuestionnaireJson;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkHandler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files as answers, and signatures that are drawn. */
class FormFilesTest extends SignedInFixture {

    private static final byte[] PDF = "%PDF-1.7\nmy letter\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final String ONE = FieldNames.of(ItemPath.of("one"));
    private static final String SEVERAL = FieldNames.of(ItemPath.of("several"));
    private static final String SIGN = FieldNames.of(ItemPath.of("sign"));

    private static final Questionnaire SKIN = new Questionnaire(
            "Your skin",
            null,
            "en",
            List.of(
                    question("one", "The referral", new AnswerKind.Attachment(100L, Set.of("application/pdf"))),
                    new Item.Question(
                            Item.Head.of("several", "Pictures of it")
                                    .when(Enabling.when("one", Enabling.Operator.EXISTS, new Value.Flag(true))),
                            new AnswerKind.Attachment(null, Set.of()),
                            new Occurs(0, 2),
                            List.of(),
                            List.of()),
                    question("sign", "I agree to be treated.", new AnswerKind.Signature())),
            List.of());

    @Autowired
    PublishedVersions versions;

    @Autowired
    Assignments assignments;

    @Autowired
    List<WorkHandler> work;

    private String form = "";

    private static Item.Question question(String id, String text, AnswerKind kind) {
        return new Item.Question(Item.Head.of(id, text), kind, Occurs.OPTIONAL, List.of(), List.of());
    }

    @BeforeEach
    void aForm() {
        run("update __tenant__.access_grant set scope = array['bookings']");
        for (Tenant clinic : List.of(north(), south())) {
            PortalDesign plain = PortalDesign.plain("Clinic");
            var design = new PortalDesign(
                    "Clinic",
                    plain.main(),
                    plain.accent(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    null,
                    EnumSet.of(Section.APPOINTMENTS, Section.QUESTIONNAIRES));
            CurrentTenant.run(clinic, () -> {
                setup.switchTo(STAFF, true);
                setup.publish(STAFF, design);
            });
        }
        form = given(north(), ann);
    }

    @Test
    void aFileIsAddedReplacedReadAgainAndSentWithTheForm() {
        assertThat(get(form + "/1"))
                .bodyText()
                .contains("Add a file", "Draw it instead")
                .doesNotContain("Pictures of it");
        assertThat(send("/1", "attach", ":one")).hasStatus(303).hasHeader("Location", form + "/1/files/" + ONE);
        assertThat(get(form + "/1/files/" + ONE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "lang=\"en\">The referral",
                        "accept=\"application/pdf\"",
                        "capture=\"environment\"",
                        "upload.js");

        assertThat(add(ONE, "Referral.exe", PDF)).hasStatus(303).hasHeader("Location", form + "/1#f-" + ONE);
        assertThat(get(form + "/1"))
                .bodyText()
                .contains("Referral.exe.pdf", "Replace the file", "href=\"files/1\"", "Pictures of it");
        assertThat(texts("select value from __tenant__.questionnaire_answer"))
                .singleElement()
                .asString()
                .contains("urn:anteroom:file:1", "application/pdf", "\"hash\":\"");
        MvcTestResult file = get(form + "/files/1");
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(PDF);
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(file.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");

        assertThat(add(ONE, "Better.pdf", PDF)).hasStatus(303);
        assertThat(get(form + "/1")).bodyText().contains("Better.pdf").doesNotContain("Referral.exe");
        assertThat(get(form + "/files/1")).as("replaced").hasStatus(404);
        assertThat(texts("select id::text from __tenant__.file where released_at is not null"))
                .containsExactly("1");

        assertThat(get(form + "/review")).bodyText().contains("Better.pdf", form + "/files/2");
        assertThat(handIn()).hasStatus(303);
        assertThat(get(form)).bodyText().contains("Better.pdf", form + "/files/2");
        assertThat(get(form + "/files/2")).hasStatusOk();
        assertThat(texts("select action from __tenant__.audit_entry where action = 'form-read'"))
                .as("the page and the file")
                .hasSize(2);
        assertThat(add(ONE, "Late.pdf", PDF)).as("sent for good").hasStatus(303).hasHeader("Location", form);
        assertThat(send("/1", "detach", "2 :one")).hasStatus(303);
        assertThat(get(form + "/files/2")).hasStatusOk();
    }

    @Test
    void whatTheQuestionDoesNotTakeIsSaidSoAndKeptNowhere() {
        assertThat(add(ONE, "a.png", png())).hasStatus(422).bodyText().contains("asks for another kind of file");
        byte[] large = new byte[200];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(add(ONE, "a.pdf", large)).hasStatus(422).bodyText().contains("larger than");
        assertThat(add(ONE, "a.pdf", new byte[0])).hasStatus(422).bodyText().contains("Choose a file");
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        assertThat(add(ONE, "a.pdf", page)).hasStatus(422).bodyText().contains("take this kind of file");
        assertThat(add(SEVERAL, "a.pdf", PDF)).as("not asked yet").hasStatus(303);
        assertThat(texts("select value from __tenant__.questionnaire_answer")).isEmpty();
        assertThat(texts("select id::text from __tenant__.file where claimed_at is not null"))
                .isEmpty();
        run("update __tenant__.sign_in_cap set used = 60 where kind = 'document'");
        assertThat(add(ONE, "a.pdf", PDF)).hasStatus(422).bodyText().contains("very many files");
    }

    @Test
    void severalAreAddedUpToTheirNumberAndTakenAwayOneByOne() {
        add(ONE, "a.pdf", PDF);
        assertThat(add(SEVERAL, "1.png", png())).hasStatus(303);
        assertThat(add(SEVERAL, "2.png", png())).hasStatus(303);
        assertThat(get(form + "/1")).bodyText().contains("1.png", "2.png").doesNotContain("Add another file");
        assertThat(add(SEVERAL, "3.png", png())).hasStatus(422).bodyText().contains("no room for another file");

        assertThat(send("/1", "detach", "2 :several")).hasStatus(303).hasHeader("Location", form + "/1");
        assertThat(get(form + "/1")).bodyText().doesNotContain("1.png").contains("2.png", "Add another file");
        assertThat(send("/1", "detach", "1 :several"))
                .as("another question's file")
                .hasStatus(303);
        assertThat(get(form + "/1")).bodyText().contains("a.pdf");

        send("/1", "detach", "1 :one");
        assertThat(get(form + "/review")).bodyText().doesNotContain("2.png");
        add(ONE, "b.pdf", PDF);
        assertThat(get(form + "/review"))
                .as("kept in case it is asked again")
                .bodyText()
                .contains("2.png");
        send("/1", "detach", "4 :one");
        add(SIGN, "s.png", png());
        assertThat(handIn()).as("nothing but a signature").hasStatus(422);
    }

    @Test
    void aSignatureIsDrawnInPlaceOfANameOrTheOtherWayRound() {
        assertThat(get(form + "/1/files/" + SIGN))
                .hasStatusOk()
                .bodyText()
                .contains("lang=\"en\">I agree to be treated.", "<canvas", "Type your name instead", "signature.js");
        assertThat(add(SIGN, "x", PDF)).as("no drawing").hasStatus(422);

        assertThat(add(SIGN, "x", png())).hasStatus(303).hasHeader("Location", form + "/1#f-" + SIGN);

        assertThat(get(form + "/1"))
                .bodyText()
                .contains("Ann Example", "Signed on", "<img", "files/2")
                .doesNotContain("name=\"" + SIGN + "\"");
        assertThat(get(form + "/files/2")).hasStatusOk().hasContentType("image/png");
        String empty = "e3b0c44298fc1c14";
        send("/1", SIGN + "-was", empty, SIGN, "Somebody");
        assertThat(get(form + "/1"))
                .as("a page that showed it before says nothing over it")
                .bodyText()
                .contains("files/2");
        add(ONE, "a.pdf", PDF);
        assertThat(handIn()).hasStatus(303);
        assertThat(get(form)).bodyText().contains("<img", form + "/files/2", "Ann Example");
        assertThat(texts("select value from __tenant__.questionnaire_answer where path = ':sign'"))
                .singleElement()
                .asString()
                .contains("I agree to be treated.", "urn:anteroom:file:2", "Ann Example");
    }

    @Test
    void anotherPatientAnotherClinicAndAccessWithoutFormsReachNoFile() {
        add(ONE, "Referral.pdf", PDF);
        PatientId ben = patient(north(), "Ben");
        long bens = account(north(), ben);
        run("update __tenant__.access_grant set scope = array['bookings']");
        assertThat(by(bens, "north", form + "/files/1")).hasStatus(404);
        assertThat(addAs(bens, "north", form, ONE, "x.pdf", PDF)).hasStatus(303);
        assertThat(texts("select count(*)::text from __tenant__.file")).containsExactly("1");
        String own = given(north(), ben);
        assertThat(by(bens, "north", own + "/files/1"))
                .as("by a form of his own")
                .hasStatus(404);

        PatientId sue = patient(south(), "Sue");
        long sues = account(south(), sue);
        in(
                south(),
                () -> data.sql("update __tenant__.access_grant set scope = array['bookings']")
                        .update());
        String souths = given(south(), sue);
        assertThat(by(sues, "south", form + "/files/1")).hasStatus(404);
        assertThat(by(sues, "south", souths + "/files/1"))
                .as("of the same number")
                .hasStatus(404);
        assertThat(addAs(sues, "south", souths, ONE, "South.pdf", PDF)).hasStatus(303);
        assertThat(by(sues, "south", souths + "/1")).bodyText().contains("South.pdf");
        assertThat(get(form + "/1")).bodyText().contains("Referral.pdf").doesNotContain("South.pdf");

        run("update __tenant__.access_grant set scope = array['money']");
        assertThat(get(form + "/files/1")).hasStatus(404);
        run("update __tenant__.access_grant set scope = array['bookings'], level = 'limited'");
        assertThat(get(form + "/files/1")).hasStatus(404);
        run("update __tenant__.questionnaire_assignment set account_id = " + account + " where patient_id = " + ann);
        assertThat(get(form + "/files/1")).as("given to a limited account").hasStatusOk();
        assertThat(add(ONE, "Mine.pdf", PDF)).hasStatus(303);
        assertThat(get(form + "/1")).bodyText().contains("Mine.pdf");
    }

    @Test
    void whatTheScannerFindsLaterKeepsTheFormFromBeingSent() {
        add(ONE, "Referral.pdf", PDF);
        run("update __tenant__.file set checked = 'waiting'");
        assertThat(get(form + "/files/1")).hasStatus(303).hasHeader("Location", form);
        run("update __tenant__.file set checked = 'infected'");
        assertThat(handIn()).hasStatus(422).bodyText().contains("virus scanner refuses a file here");
        send("/1", "detach", "1 :one");
        add(ONE, "Clean.pdf", PDF);
        assertThat(handIn()).hasStatus(303);
    }

    @Test
    void filesOfAFormThatIsTakenBackOrNeverSentGo() {
        String second = given(north(), patient(north(), "Ben"));
        add(ONE, "Kept.pdf", PDF);
        clock.advance(Duration.ofDays(60));
        cleanUp(form);
        assertThat(get(form + "/1")).bodyText().contains("Kept.pdf");
        clock.advance(Duration.ofDays(31));
        cleanUp(form);
        assertThat(get(form + "/1")).bodyText().doesNotContain("Kept.pdf");
        assertThat(texts("select count(*)::text from __tenant__.file where released_at is null"))
                .containsExactly("0");

        add(ONE, "Again.pdf", PDF);
        in(north(), () -> {
            var given = assignments.of(ann).getFirst();
            return assignments.withdraw(given.id(), given.revision(), STAFF);
        });
        cleanUp(form);
        cleanUp(second);
        assertThat(texts("select count(*)::text from __tenant__.file where released_at is null"))
                .containsExactly("0");
    }

    private void cleanUp(String of) {
        String id = texts(
                        "select id::text from __tenant__.questionnaire_assignment where '/questionnaires/' || reference = '"
                                + of + "'")
                .getFirst();
        WorkHandler handler = work.stream()
                .filter(one -> one.kind().equals("form-files"))
                .findFirst()
                .orElseThrow();
        CurrentTenant.run(north(), () -> {
            try {
                handler.handle(id);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String given(Tenant clinic, PatientId patient) {
        return in(clinic, () -> {
            long id = data.sql("""
                            insert into __tenant__.questionnaire (title, state, created_at, created_by)
                            values ('Skin', 'draft', now(), 'test') returning id""").query(Long.class).single();
            versions.publish(new QuestionnaireId(id), QuestionnaireJson.write(SKIN), "Robin", clock.instant());
            var given = (Given.Now) assignments.assign(patient, new QuestionnaireId(id), null, STAFF);
            return "/questionnaires/"
                    + assignments.find(given.id()).orElseThrow().reference();
        });
    }

    private MvcTestResult add(String field, String name, byte[] file) {
        return addAs(account, "north", form, field, name, file);
    }

    private MvcTestResult addAs(long who, String slug, String to, String field, String name, byte[] file) {
        return mvc.post()
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", file))
                .uri("https://" + slug + ".anteroom.test" + to + "/1/files/" + field)
                .header(SignedInPages.ACCOUNT, who)
                .exchange();
    }

    private MvcTestResult by(long who, String slug, String path) {
        return mvc.get()
                .uri("https://" + slug + ".anteroom.test" + path)
                .header(SignedInPages.ACCOUNT, who)
                .exchange();
    }

    /** Sends the form as it is on its review. */
    private MvcTestResult handIn() {
        byte[] review = get(form + "/review").getResponse().getContentAsByteArray();
        String revision = new String(review, StandardCharsets.UTF_8)
                .replaceAll("(?s).*name=\"revision\" value=\"([0-9]+)\".*", "$1");
        return send("/submission", "revision", revision);
    }

    private MvcTestResult send(String path, String... fields) {
        var request =
                mvc.post().uri("https://north.anteroom.test" + form + path).header(SignedInPages.ACCOUNT, account);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
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

    private void run(String sql) {
        in(north(), () -> data.sql(sql).update());
    }

    private List<String> texts(String sql) {
        return in(north(), () -> data.sql(sql).query(String.class).list());
    }
}
