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
import io.anteroom.clinic.questionnaire.definition.Option;
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
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
class FormPagesTest extends SignedInFixture {

    private static final String WHERE = FieldNames.of(ItemPath.of("where"));
    private static final String SINCE = FieldNames.of(ItemPath.of("since"));
    private static final String NAME = FieldNames.of(ItemPath.parse("0:name").orElseThrow());
    private static final String TIMES = FieldNames.of(ItemPath.parse("0:times").orElseThrow());
    private static final String OTHER_TIMES =
            FieldNames.of(ItemPath.parse("1:times").orElseThrow());
    private static final String SIGN = FieldNames.of(ItemPath.of("sign"));

    private static final Questionnaire PAIN = new Questionnaire(
            "About your pain",
            "So that we can help",
            "en",
            List.of(
                    new Item.Group(
                            Item.Head.of("pain", "Your pain"),
                            Occurs.OPTIONAL,
                            List.of(
                                    question(
                                            "where",
                                            "Where does it hurt?",
                                            new AnswerKind.Choice(
                                                    List.of(option("Back"), option("Neck")),
                                                    true,
                                                    AnswerKind.Choice.Shown.RADIO),
                                            Occurs.REQUIRED,
                                            null),
                                    question(
                                            "since",
                                            "For how many weeks?",
                                            new AnswerKind.Whole(0, 100),
                                            Occurs.OPTIONAL,
                                            Enabling.when("where", Enabling.Operator.EQUAL, value("Back"))))),
                    new Item.Group(
                            Item.Head.of("drug", "Medicine"),
                            new Occurs(0, 3),
                            List.of(
                                    question("name", "Its name", AnswerKind.Words.LINE, Occurs.OPTIONAL, null),
                                    question(
                                            "times",
                                            "How often a day?",
                                            new AnswerKind.Whole(0, 20),
                                            Occurs.OPTIONAL,
                                            null))),
                    question("sign", "I said what is true.", new AnswerKind.Signature(), Occurs.REQUIRED, null)),
            List.of());

    @Autowired
    PublishedVersions versions;

    @Autowired
    Assignments assignments;

    private String form = "";

    private static Item.Question question(
            String id, String text, AnswerKind kind, Occurs occurs, @Nullable Enabling when) {
        var head = Item.Head.of(id, text);
        return new Item.Question(when == null ? head : head.when(when), kind, occurs, List.of(), List.of());
    }

    private static Value value(String code) {
        return new Value.Coded(null, code, code);
    }

    private static Option option(String code) {
        return Option.of(value(code));
    }

    @BeforeEach
    void aForm() {
        run("update __tenant__.access_grant set scope = array['bookings', 'money']");
        offering(EnumSet.of(Section.APPOINTMENTS, Section.QUESTIONNAIRES));
        form = given(north(), ann);
    }

    private void offering(Set<Section> sections) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var design = new PortalDesign("North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, sections);
        CurrentTenant.run(north(), () -> setup.publish(STAFF, design));
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri("https://north.anteroom.test" + path).header(SignedInPages.ACCOUNT, account);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private void run(String sql) {
        in(north(), () -> data.sql(sql).update());
    }

    private long number(String sql) {
        return in(north(), () -> data.sql(sql).query(Long.class).single());
    }

    private String given(Tenant clinic, PatientId patient) {
        return given(clinic, patient, PAIN);
    }

    private String given(Tenant clinic, PatientId patient, Questionnaire asks) {
        return in(clinic, () -> {
            long id = data.sql("""
                            insert into __tenant__.questionnaire (title, state, created_at, created_by)
                            values ('Pain', 'draft', now(), 'test') returning id""").query(Long.class).single();
            versions.publish(new QuestionnaireId(id), QuestionnaireJson.write(asks), "Robin", clock.instant());
            var given =
                    (Given.Now) assignments.assign(patient, new QuestionnaireId(id), LocalDate.of(2026, 11, 30), STAFF);
            return "/questionnaires/"
                    + assignments.find(given.id()).orElseThrow().reference();
        });
    }

    /** Sends a screen as a browser does: with the marks the page has. */
    private MvcTestResult send(String screen, String... fields) {
        return post(form + screen, with(marks(form + screen.replace("/saving", "")), fields));
    }

    private static String[] with(List<String> marks, String... fields) {
        var all = new ArrayList<>(marks);
        all.addAll(List.of(fields));
        return all.toArray(String[]::new);
    }

    private List<String> marks(String url) {
        var marks = new ArrayList<String>();
        var found = Pattern.compile("name=\"(q-[0-9a-f]{12}-was)\" value=\"([0-9a-f]*)\"")
                .matcher(text(get(url)));
        while (found.find()) {
            marks.add(found.group(1));
            marks.add(found.group(2));
        }
        return marks;
    }

    /** Sends the form as it is on its review. */
    private MvcTestResult handIn() {
        return post(form + "/submission", "revision", revision());
    }

    private String revision() {
        return text(get(form + "/review")).replaceAll("(?s).*name=\"revision\" value=\"([0-9]+)\".*", "$1");
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFormIsListedStartedFilledInReviewedAndSentOnce() {
        assertThat(get("/questionnaires"))
                .hasStatusOk()
                .bodyText()
                .contains("About your pain", "To do", "Due by", "30 November", "href=\"" + form + "\"");
        assertThat(get(form))
                .hasStatusOk()
                .bodyText()
                .contains("So that we can help", "Start", "href=\"" + form + "/1\"");
        assertThat(get(form + "/1"))
                .hasStatusOk()
                .bodyText()
                .contains("Part 1 of 3", "Where does it hurt?", "Another answer", "questionnaire.js")
                .doesNotContain("For how many weeks?");

        assertThat(send("/1", WHERE, "1")).hasStatus(303).hasHeader("Location", form + "/2");
        assertThat(get(form)).bodyText().contains("1 answer is saved", "Continue", "href=\"" + form + "/2\"");
        assertThat(send("/2", NAME, "")).hasStatus(303).hasHeader("Location", form + "/3");
        assertThat(send("/3", SIGN, "Ann Lee")).hasStatus(303).hasHeader("Location", form + "/review");
        assertThat(get(form + "/review"))
                .bodyText()
                .contains("Check your answers", "Neck", "Ann Lee", "Send to the clinic");
        assertThat(handIn()).hasStatus(303).hasHeader("Location", form);
        assertThat(post(form + "/submission"))
                .as("a second click")
                .hasStatus(303)
                .hasHeader("Location", form);
        assertThat(get(form + "/1")).as("the back button").hasStatus(303).hasHeader("Location", form);
        assertThat(post(form + "/1", WHERE, "0", WHERE + "-was", "")).hasStatus(303);

        assertThat(get(form))
                .hasStatusOk()
                .bodyText()
                .contains("Sent on", "21 November 2026", "Neck")
                .doesNotContain("Send to the clinic");
        assertThat(get("/questionnaires")).bodyText().contains("Already sent");
        assertThat(number("select count(*) from __tenant__.audit_entry where action = 'form-completed'"))
                .isOne();
    }

    @Test
    void aScriptSavesEachAnswerAndGetsTheQuestionsThatFollow() {
        assertThat(send("/1/saving", WHERE, "0"))
                .hasStatusOk()
                .bodyText()
                .contains("For how many weeks?", "data-block")
                .doesNotContain("<html");
        assertThat(send("/1/saving", WHERE, "0", SINCE, "abc"))
                .hasStatusOk()
                .bodyText()
                .contains("Enter a whole number, like 4", "abc");
        assertThat(send("/1/saving", WHERE, "0", SINCE, "300"))
                .hasStatusOk()
                .bodyText()
                .contains("Enter a number from 0 to 100");
        assertThat(send("/1", WHERE, "0", SINCE, "300"))
                .hasStatus(422)
                .bodyText()
                .contains("error-summary", "#f-" + SINCE);
    }

    @Test
    void whatWasAnsweredElsewhereMeanwhileIsTold() {
        var before = marks(form + "/1");
        send("/1", WHERE, "0");

        assertThat(post(form + "/1", with(before, WHERE, "1")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "on another device or in another tab meanwhile",
                        "Back",
                        "Use what stands here",
                        "value=\"1\" checked");
        assertThat(get(form + "/1")).bodyText().contains("value=\"0\" checked");
    }

    @Test
    void anAnswerInOnesOwnWordsAnotherOccurrenceAndTakingBackWorkWithoutAScript() {
        assertThat(send("/1", WHERE, "other", WHERE + "-other", "Left <b>knee</b>"))
                .hasStatus(303);
        assertThat(get(form + "/1")).bodyText().contains("knee").doesNotContain("<b>knee");

        assertThat(send("/2", NAME, "x", "add", "0:drug")).hasStatus(303).hasHeader("Location", form + "/2");
        assertThat(get(form + "/2")).bodyText().contains("Medicine, number 2", "Remove Medicine, number 2");
        assertThat(send("/2", "remove", "1:drug")).hasStatus(303).hasHeader("Location", form + "/2");
        assertThat(get(form + "/2")).bodyText().doesNotContain("Medicine, number 2");
        assertThat(send("/2", "add", "0:where", "remove", "nonsense")).hasStatus(303);
    }

    @Test
    void aButtonThatDoesNotLeadOnDoesItsWorkWhateverIsWrongOnTheScreen() {
        send("/2", NAME, "Aspirin", "add", "0:drug");

        assertThat(send("/2", NAME, "Aspirin", OTHER_TIMES, "often", "remove", "1:drug"))
                .as("what is wrong goes with its occurrence")
                .hasStatus(303)
                .hasHeader("Location", form + "/2");
        assertThat(get(form + "/2")).bodyText().contains("Aspirin").doesNotContain("Medicine, number 2");
        assertThat(send("/2", NAME, "Aspirin", TIMES, "often", "add", "0:drug"))
                .hasStatus(422)
                .bodyText()
                .contains("Medicine, number 2", "Enter a whole number, like 4", "value=\"often\"");
        assertThat(get(form + "/2")).bodyText().contains("Aspirin", "Medicine, number 2");
        assertThat(send("/2", NAME, "Aspirin", TIMES, "often", "attach", ":sign"))
                .hasStatus(303)
                .hasHeader("Location", form + "/2/files/" + SIGN);
        assertThat(send("/2", NAME, "Aspirin", TIMES, "often")).as("going on").hasStatus(422);
    }

    @Test
    void whatTheClinicAsksIsMarkedWithItsLanguageAndRunsInItsDirection() {
        assertThat(get(form + "/1"))
                .bodyText()
                .contains(
                        "<h1 dir=\"auto\" lang=\"en\">About your pain</h1>",
                        "<span dir=\"auto\" lang=\"en\">Where does it hurt?</span>",
                        "dir=\"auto\" lang=\"en\">Back</span>",
                        "<span class=\"form-check-label\">Another answer</span>");
        assertThat(get(form)).bodyText().contains("dir=\"auto\" lang=\"en\">So that we can help</p>");
        send("/1", WHERE, "1");
        assertThat(get(form + "/review"))
                .bodyText()
                .contains("<dt dir=\"auto\" lang=\"en\">Where does it hurt?</dt>", "dir=\"auto\">Neck</span>");
    }

    @Test
    void occurrencesOfAGroupWithoutAHeadingAreNumbered() {
        var name = question("name", "Its name", AnswerKind.Words.LINE, Occurs.OPTIONAL, null);
        var untitled = new Questionnaire(
                "Medicines",
                null,
                null,
                List.of(new Item.Group(Item.Head.of("drug", ""), new Occurs(0, 3), List.of(name))),
                List.of());
        String medicines = given(north(), ann, untitled);

        assertThat(get(medicines + "/1"))
                .hasStatusOk()
                .bodyText()
                .contains("<h2 dir=\"auto\">Number 1</h2>")
                .doesNotContain(", number 1", "lang=\"\"");
    }

    @Test
    void whatWasChangedWhileSomebodyWentOverItIsShownAnewAndNotSent() {
        send("/1", WHERE, "1");
        send("/3", SIGN, "Ann Lee");
        String seen = revision();
        send("/1", WHERE, "0");

        assertThat(post(form + "/submission", "revision", seen))
                .hasStatus(422)
                .bodyText()
                .contains("The answers were changed meanwhile", "Back", "Send to the clinic");
        assertThat(post(form + "/submission")).as("without it").hasStatus(422);
        assertThat(handIn()).hasStatus(303);
    }

    @Test
    void eachOfSeveralAmountsAndMomentsHasItsOwnUnitAndTime() {
        var weights = new AnswerKind.Amount(
                List.of(new AnswerKind.Unit(null, "kg", "kg"), new AnswerKind.Unit(null, "lb", "lb")),
                null,
                null,
                null);
        form = given(
                north(),
                ann,
                new Questionnaire(
                        "Your weight",
                        null,
                        "en",
                        List.of(
                                question("weight", "Your weight", weights, Occurs.MANY, null),
                                question("when", "When", new AnswerKind.Moment(null, null), Occurs.MANY, null)),
                        List.of()));
        String weight = FieldNames.of(ItemPath.of("weight"));
        String when = FieldNames.of(ItemPath.of("when"));
        assertThat(get(form + "/1")).bodyText().containsOnlyOnce("name=\"" + weight + "-unit\"");

        String[] both = {
            weight, "70", weight + "-unit", "0", weight, "150.125", weight + "-unit", "1",
            when, "2026-11-01", when + "-time", "09:30", when, "2026-11-02", when + "-time", "10:15"
        };
        assertThat(send("/1", both)).hasStatus(303);

        assertThat(get(form + "/1"))
                .bodyText()
                .contains("value=\"09:30\"", "value=\"10:15\"", "aria-label=\"Unit, Answer 2\"")
                .containsSubsequence(
                        "value=\"70\"", "value=\"0\" selected", "value=\"150.125\"", "value=\"1\" selected");
        assertThat(get(form + "/review"))
                .bodyText()
                .contains("70 kg", "150.125 lb", "1 November 2026, 09:30", "2 November 2026, 10:15");
        send("/1", both);
        assertThat(number("select max(revision) from __tenant__.questionnaire_assignment"))
                .as("the same again changes nothing")
                .isOne();
    }

    @Test
    void aBlankFormIsRefusedAndWhatIsMissingLeadsToItsPlace() {
        assertThat(handIn()).hasStatus(422).bodyText().contains("Nothing is answered yet");
        send("/2", NAME, "Aspirin");

        assertThat(handIn())
                .hasStatus(422)
                .bodyText()
                .contains("Choose an answer", "Type your name to sign", form + "/1#f-" + WHERE, form + "/3#f-" + SIGN);
    }

    @Test
    void anotherPatientAnotherClinicAndASectionThatIsOffHaveNoSuchForm() {
        PatientId bob = patient(north(), "Bob");
        String bobs = given(north(), bob);
        PatientId sue = patient(south(), "Sue");
        String south = given(south(), sue);
        for (String url : List.of(bobs, south, "/questionnaires/aaaaaaaaaaaaaaaa", "/questionnaires/x")) {
            assertThat(get(url)).as(url).hasStatus(404);
            assertThat(post(url + "/submission")).as(url).hasStatus(404);
            assertThat(post(url + "/1/saving", WHERE, "0")).as(url).hasStatus(404);
        }
        assertThat(get("/questionnaires")).bodyText().doesNotContain(bobs, south);

        run("update __tenant__.access_grant set scope = array['money']");
        assertThat(get(form)).hasStatus(404);
        assertThat(get("/questionnaires"))
                .bodyText()
                .contains("No forms to show")
                .doesNotContain(form);
        run("update __tenant__.access_grant set scope = array['bookings'], level = 'limited'");
        assertThat(get(form)).as("limited access sees what it was given itself").hasStatus(404);
        in(
                north(),
                () -> data.sql("update __tenant__.questionnaire_assignment set account_id = " + account
                                + " where patient_id = " + ann)
                        .update());
        assertThat(get(form)).hasStatusOk();
    }

    @Test
    void withTheSectionOffThereAreNoForms() {
        offering(EnumSet.of(Section.APPOINTMENTS));
        for (String url : List.of("/questionnaires", form, form + "/1", form + "/review")) {
            assertThat(get(url)).as(url).hasStatus(404);
        }
        assertThat(post(form + "/submission")).hasStatus(404);
        assertThat(get("/")).bodyText().doesNotContain("/questionnaires");
    }
}
