package io.anteroom.clinic.questionnaire.link;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.access.registration.Decided;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.answer.Forms;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.questionnaire.assignment.Why;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.testing.AtOnce;
import io.anteroom.testing.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class FormLinkTest {

    private static final SignInAddress NORA =
            SignInAddress.email("nora@example.org").orElseThrow();
    private static final Applicant SAID = new Applicant("Nora", "Nguyen", LocalDate.of(1990, 7, 3));
    private static final FormLinkKey KEY = new FormLinkKey("a-key-that-the-mail-carries");

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Forms forms;

    @Autowired
    PatientForms patientForms;

    @Autowired
    FormLinks links;

    @Autowired
    OpenLinks open;

    @Autowired
    FormLinkRows rows;

    @Autowired
    FormLinkStillHolds holds;

    @Autowired
    RegistrationRequests requests;

    @Autowired
    Sessions sessions;

    @Autowired
    PortalSetup portal;

    @Autowired
    TestClock clock;

    private QuestionnaireId intake = new QuestionnaireId(0);

    @BeforeEach
    void aQuestionnaireAtBoth() {
        inSouth(this::clinicThatAsks);
        inNorth(this::clinicThatAsks);
    }

    private void clinicThatAsks() {
        portal.switchTo(ROSA, true);
        offering(Section.QUESTIONNAIRES);
        intake = forms.published(new Questionnaire(
                "Intake", null, "en", List.of(question("a", AnswerKind.Words.LINE, Occurs.OPTIONAL)), List.of()));
    }

    private void offering(Section... sections) {
        PortalDesign plain = PortalDesign.plain("Clinic");
        portal.publish(
                ROSA,
                new PortalDesign("Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, Set.of(sections)));
    }

    /** One whose key the test knows. */
    private FormLinkId sent(SignInAddress to) {
        return clinic.inTransaction(() -> rows.add(
                intake, to, KEY, null, clock.instant(), clock.instant().plus(FormLinks.LASTS), "Rosa Reception"));
    }

    private Optional<Asked> begin() {
        return open.begin(KEY, SAID, new AskedFrom("north.anteroom.example", InetAddress.ofLiteral("192.0.2.1"), null));
    }

    private Entered enter() {
        var browser = Clinic.browser(begin().orElseThrow());
        clinic.send(7);
        return clinic.enter(browser, 7);
    }

    private VisibleChart chart(Entered entered) {
        return sessions.chart(Clinic.token(entered)).orElseThrow();
    }

    private List<String> stored() {
        return clinic.texts(
                "select case when used_at is not null then 'used' when ended_at is not null then 'ended' else 'open' end"
                        + " || coalesce(' ' || family_name, '') from __tenant__.questionnaire_link order by id");
    }

    @Test
    void theCodeOpensALimitedAccountAndTheFormIsItsOwnAndLaterTheRecords() {
        inNorth(() -> {
            sent(NORA);
            var nora = chart(enter());

            assertThat(patientForms.open(nora)).singleElement().satisfies(form -> {
                assertThat(form.title()).isEqualTo("Intake");
                assertThat(form.why()).isEqualTo(Why.BY_LINK);
                assertThat(form.patient()).isNull();
                assertThat(open.given(KEY, nora.viewer())).contains(form.reference());
            });
            assertThat(stored())
                    .as("nothing of who she said to be is kept here")
                    .containsExactly("used");
            assertThat(begin()).as("it is used").isEmpty();
            assertThat(clinic.texts("select origin from __tenant__.portal_account"))
                    .containsExactly("form");

            var record = clinic.patient("Nora");
            assertThat(requests.join(nora.viewer().account(), record, ROSA)).isEqualTo(new Decided.Joined(record));
            assertThat(patientForms.open(practice.chart(nora.viewer().account(), record)))
                    .extracting(Assignment::patient)
                    .containsExactly(record);
        });
    }

    @Test
    void whoHasAnAccountSignsInToItAndTheFormIsOfTheirOwnRecord() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.credential set verified_at = now()");
            clinic.run("update __tenant__.access_grant set scope = array['bookings']");
            sent(SignInAddress.email("anna@example.org").orElseThrow());

            var chart = chart(enter());

            assertThat(patientForms.open(chart)).extracting(Assignment::patient).containsExactly(anna);
            assertThat(clinic.sql("select count(*) from __tenant__.registration"))
                    .isZero();
            var bob = practice.patient("Bob");
            assertThat(patientForms.open(bob)).isEmpty();
            assertThat(open.given(KEY, bob.viewer())).isEmpty();
        });
    }

    @Test
    void whoSeesAllOfTheirRecordIsLedToTheOneTheyWereGivenAndWhoSeesLessGetsTheirOwn() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.credential set verified_at = now()");
            clinic.run("update __tenant__.access_grant set scope = array['bookings']");
            var byHand = forms.given(intake, anna, null);
            sent(SignInAddress.email("anna@example.org").orElseThrow());

            var chart = chart(enter());

            assertThat(open.given(KEY, chart.viewer())).contains(byHand.reference());
            assertThat(patientForms.open(chart)).hasSize(1);
        });
        inSouth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.credential set verified_at = now()");
            clinic.run("update __tenant__.access_grant set scope = array['bookings'], level = 'limited'");
            var byHand = forms.given(intake, anna, null);
            sent(SignInAddress.email("anna@example.org").orElseThrow());

            var chart = chart(enter());

            assertThat(open.given(KEY, chart.viewer())).isPresent().isNotEqualTo(Optional.of(byHand.reference()));
            assertThat(patientForms.open(chart)).hasSize(1);
        });
    }

    @Test
    void theLastLinkOfADayIsSentOnceThoughManyQuestionnairesAreSentAtOnce() {
        inNorth(() -> {
            clinic.run("""
                    insert into __tenant__.questionnaire_link (questionnaire_id, email, key_hash, sent_at, sent_by, expires_at)
                    select %3$d, 'p' || n || '@example.org', sha256(cast(n::text as bytea)), '%1$s', 'Rosa', '%1$s'
                      from generate_series(2, %2$d) n""".formatted(clock.instant(), FormLinks.MOST_A_DAY, intake.value()));
            List<Callable<Sent>> sends = Stream.of("A", "B", "C", "D", "E", "F")
                    .map(title -> forms.published(new Questionnaire(
                            title,
                            null,
                            "en",
                            List.of(question("a", AnswerKind.Words.LINE, Occurs.OPTIONAL)),
                            List.of())))
                    .<Callable<Sent>>map(one -> () -> links.send(one, NORA, null, ROSA))
                    .toList();

            assertThat(AtOnce.atOnce(sends))
                    .filteredOn(new Sent.OnItsWay()::equals)
                    .hasSize(1);
        });
    }

    @Test
    void anAddressThatNobodyProvedLetsNobodyIn() {
        inNorth(() -> {
            clinic.patient("Anna", "nora@example.org", "");
            sent(NORA);
            assertThat(enter()).isEqualTo(new Entered.AddressTaken());
            assertThat(clinic.sql("select count(*) from __tenant__.questionnaire_assignment"))
                    .isZero();
        });
    }

    @Test
    void lookingChangesNothingAndWhatIsOverOrForgedOrAnothersLeadsNowhere() {
        inNorth(() -> {
            sent(NORA);
            assertThat(open.find(KEY)).isPresent();
            assertThat(stored()).containsExactly("open");
            assertThat(open.find(new FormLinkKey("forged"))).isEmpty();
        });
        inSouth(() -> assertThat(open.find(KEY)).as("another clinic's").isEmpty());
        inNorth(() -> {
            offering();
            assertThat(open.find(KEY)).as("no forms here").isEmpty();
            offering(Section.QUESTIONNAIRES);
            clock.advance(FormLinks.LASTS);
            assertThat(open.find(KEY)).isEmpty();
            assertThat(begin()).isEmpty();
        });
    }

    @Test
    void whatStaffTakeBackWhileTheCodeIsTypedGivesNothing() {
        inNorth(() -> {
            FormLinkId id = sent(NORA);
            var browser = Clinic.browser(begin().orElseThrow());
            clinic.send(7);
            assertThat(stored()).containsExactly("open Nguyen");
            assertThat(links.end(new QuestionnaireId(99), id, ROSA))
                    .as("of another questionnaire")
                    .isFalse();
            assertThat(links.end(intake, id, ROSA)).isTrue();
            assertThat(links.end(intake, id, ROSA)).isFalse();
            assertThat(stored()).containsExactly("ended");
            assertThat(holds.holds(id.toString())).isFalse();

            assertThat(clinic.enter(browser, 7)).isNotInstanceOf(Entered.SignedIn.class);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account"))
                    .isZero();
        });
    }

    @Test
    void whoSaidWhoTheyAreAndEnteredNoCodeIsForgottenAfterADay() {
        inNorth(() -> {
            FormLinkId id = sent(NORA);
            assertThat(begin()).isPresent();
            clinic.work(LinksForgotten.KIND, id.toString());
            assertThat(stored()).containsExactly("open");
        });
    }

    @Test
    void sendingMailsTheLinkOnceEndsTheOneBeforeAndIsBounded() {
        inNorth(() -> {
            assertThat(links.send(intake, NORA, null, ROSA)).isEqualTo(new Sent.OnItsWay());
            assertThat(links.send(intake, NORA, null, ROSA)).isEqualTo(new Sent.OnItsWay());
            assertThat(stored()).containsExactly("ended", "open");
            assertThat(
                            clinic.texts(
                                    "select about_ref from __tenant__.message where about_kind = 'form-link' order by created_at"))
                    .containsExactly("1", "2");
            assertThat(holds.holds("1")).isFalse();
            assertThat(holds.holds("2")).isTrue();
            assertThat(clinic.texts(
                            "select action from __tenant__.audit_entry where subject_kind = 'questionnaire-link'"))
                    .containsExactly("form-link-sent", "form-link-sent");

            clinic.run("""
                    insert into __tenant__.questionnaire_link (questionnaire_id, email, key_hash, sent_at, sent_by, expires_at)
                    select 1, 'p' || n || '@example.org', sha256(cast(n::text as bytea)), '%1$s', 'Rosa', '%1$s'
                      from generate_series(3, %2$d) n""".formatted(clock.instant(), FormLinks.MOST_A_DAY));
            assertThat(links.send(intake, NORA, null, ROSA)).isEqualTo(new Sent.TooMany(FormLinks.MOST_A_DAY));
            clock.advance(Duration.ofDays(1));
            assertThat(links.send(intake, NORA, null, ROSA)).isEqualTo(new Sent.OnItsWay());

            clinic.run("update __tenant__.questionnaire set state = 'retired'");
            assertThat(links.send(intake, NORA, null, ROSA)).isEqualTo(new Sent.NotOffered());
        });
    }
}
