package io.anteroom.clinic.questionnaire.message;

import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.answer.Forms;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.FormsMoved;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Publishing;
import io.anteroom.clinic.settings.Section;
import io.anteroom.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AccessTest
class FormMessagesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 10);

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Forms forms;

    @Autowired
    FormStillHolds holds;

    @Autowired
    FormContacts contacts;

    @Autowired
    PlanFormMessages planning;

    @Autowired
    Assignments assignments;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    PortalSetup setup;

    @Autowired
    TestClock clock;

    @BeforeEach
    void byDay() {
        clock.set(Instant.parse("2026-11-23T10:00:00Z"));
    }

    /** The clinic offers forms in its portal. */
    private void offers(Section... sections) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        var design = new PortalDesign(
                "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, Set.of(sections));
        assertThat(setup.publish(Clinic.ROSA, design)).isInstanceOf(Publishing.Published.class);
    }

    private Assignment given() {
        offers(Section.QUESTIONNAIRES);
        PatientId patient = clinic.patient("Anna");
        clinic.run("update __tenant__.patient set email = 'anna@example.org' where id = " + patient);
        var form = forms.published(new Questionnaire(
                "Pain", null, null, List.of(question("a", AnswerKind.Words.LINE, Occurs.OPTIONAL)), List.of()));
        return forms.given(form, patient, DUE);
    }

    /** The worker comes to all that is due at that time. */
    private List<String> at(String time) {
        clock.set(Instant.parse(time));
        clinic.work(DueFormMessages.KIND, DueFormMessages.REF);
        clinic.texts(
                        "select assignment_id || '.' || step from __tenant__.questionnaire_message where taken_at is not null and done_at is null order by due_at")
                .forEach(ref -> clinic.work(SendFormMessage.KIND, ref));
        return said();
    }

    private List<String> said() {
        return clinic.texts(
                "select step || ' ' || outcome from __tenant__.questionnaire_message where done_at is not null order by due_at");
    }

    private List<String> mail() {
        return clinic.texts("select about_ref from __tenant__.message where about_kind = 'form' order by created_at");
    }

    @Test
    void aNewcomerWithoutARecordIsWrittenToAtWhatTheySignInWith() {
        inNorth(() -> {
            var form = given();
            long account = clinic.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id");
            clinic.run("insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)"
                    + " values (" + account + ", 'email', 'new@example.org', now(), 'test', now())");
            clinic.run("update __tenant__.questionnaire_assignment set patient_id = null, account_id = " + account
                    + " where id = " + form.id());
            var newcomers = assignments.find(form.id()).orElseThrow();
            var reading = new TransactionTemplate(transactions);
            reading.setReadOnly(true);
            assertThat(newcomers.patient()).isNull();

            Optional<String> email = reading.execute(_ -> contacts.email(newcomers));
            Optional<String> mobile = reading.execute(_ -> contacts.mobile(newcomers));

            assertThat(email).contains("new@example.org");
            assertThat(mobile).isEmpty();
        });
    }

    @Test
    void whoWasGivenAFormIsToldAtOnceAndRemindedBeforeAndAfterItIsDueEachOnce() {
        inNorth(() -> {
            var form = given();

            assertThat(at("2026-11-23T10:00:00Z")).containsExactly("given sent");
            assertThat(at("2026-12-08T12:00:00Z")).containsExactly("given sent", "soon sent");
            assertThat(at("2026-12-10T12:00:00Z")).containsExactly("given sent", "soon sent", "tomorrow sent");
            assertThat(at("2026-12-12T12:00:00Z"))
                    .containsExactly("given sent", "soon sent", "tomorrow sent", "late sent");
            clinic.work(SendFormMessage.KIND, form.id() + ".late");

            assertThat(mail())
                    .containsExactly(
                            form.id() + ".given", form.id() + ".soon", form.id() + ".tomorrow", form.id() + ".late");
        });
    }

    /** What is yet to be said of its being due, by the clinic's clocks. */
    private List<String> planned() {
        return clinic.texts("select step || ' ' || to_char(due_at at time zone 'Europe/London', 'DD.MM. HH24:MI')"
                + " from __tenant__.questionnaire_message where step <> 'given' and done_at is null order by due_at");
    }

    @Test
    void remindersGoInTheMorningsOfTheDaysTheySpeakOfAndAreNotPutOffByTheNight() {
        inNorth(() -> {
            given();
            assertThat(planned()).containsExactly("soon 07.12. 09:00", "tomorrow 09.12. 09:00", "late 11.12. 09:00");

            assertThat(at("2026-12-07T09:00:00Z")).contains("soon sent");
            assertThat(at("2026-12-09T09:00:00Z")).contains("tomorrow sent");
            assertThat(at("2026-12-11T09:00:00Z")).contains("late sent");
        });
    }

    private void moved(Assignment form, String due) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            clinic.run("update __tenant__.questionnaire_assignment set due_at = '" + due + "' where id = " + form.id());
            planning.moved(new FormsMoved(List.of(form.id())));
        });
    }

    @Test
    void aFormThatIsDueWeeksLaterAfterAllIsRemindedOfBeforeThatDayToo() {
        inNorth(() -> {
            var form = given();
            at("2026-11-23T10:00:00Z");
            assertThat(at("2026-12-07T12:00:00Z")).containsExactly("given sent", "soon sent");

            moved(form, "2027-01-20T23:59:59Z");

            assertThat(planned()).containsExactly("soon 17.01. 09:00", "tomorrow 19.01. 09:00", "late 21.01. 09:00");
            clinic.work(SendFormMessage.KIND, form.id() + ".soon");
            assertThat(mail()).as("work that was left from before").hasSize(2);
            assertThat(at("2027-01-17T09:00:00Z")).containsExactly("given sent", "soon sent");
            assertThat(mail()).containsExactly(form.id() + ".given", form.id() + ".soon", form.id() + ".soon");
        });
    }

    @Test
    void aFormThatIsDueTodayIsSpokenOfOnceMoreWhenItIsLate() {
        inNorth(() -> {
            var form = given();
            at("2026-12-07T12:00:00Z");

            moved(form, "2026-12-07T15:00:00Z");

            assertThat(planned()).containsExactly("late 08.12. 09:00");
        });
    }

    @Test
    void whoChoseALanguageReadsTheMailInItAndWhoNeverDidInTheClinics() {
        inNorth(() -> {
            var form = given();
            var patient = Objects.requireNonNull(form.patient());
            practice.account(patient, "full", "bookings");

            at("2026-11-23T10:00:00Z");
            clinic.run("update __tenant__.portal_account set language = 'de'");
            at("2026-12-08T12:00:00Z");

            assertThat(subjects())
                    .containsExactly(
                            "A form to fill in for North Clinic", "Ein Formular für North Clinic ist bald fällig");
        });
    }

    private List<String> subjects() {
        return clinic.texts(
                "select content ->> 'subject' from __tenant__.message where about_kind = 'form' order by created_at");
    }

    @Test
    void noneGoesOnceItIsHandedInAndWhatWaitsForItsCarrierIsDropped() {
        inNorth(() -> {
            var form = given();
            at("2026-11-23T10:00:00Z");
            assertThat(holds.holds(form.id() + ".given")).isTrue();
            var patient = Objects.requireNonNull(form.patient());
            var anna = practice.chart(practice.account(patient, "full", "bookings"), patient);
            forms.say(anna, form, ":a", new Value.Text("x"));
            forms.handIn(anna, form);

            assertThat(holds.holds(form.id() + ".given")).isFalse();
            assertThat(at("2026-12-12T12:00:00Z"))
                    .containsExactly("given sent", "soon not_open", "tomorrow not_open", "late not_open");
        });
    }

    @Test
    void atNightItWaitsForTheMorningAndAWorkerThatWasAwaySendsTheLastAlone() {
        inNorth(() -> {
            var form = given();
            assertThat(at("2026-11-23T22:30:00Z")).isEmpty();
            assertThat(holds.notBefore(form.id() + ".given")).isPresent();
            assertThat(at("2026-11-24T08:00:00Z")).containsExactly("given sent");

            assertThat(at("2026-12-20T12:00:00Z"))
                    .containsExactly("given sent", "soon outdone", "tomorrow outdone", "late sent");
        });
    }

    @Test
    void aPatientWithoutAddressGetsNone() {
        inNorth(() -> {
            var form = given();
            clinic.run("update __tenant__.patient set email = null where id = " + form.patient());

            assertThat(at("2026-11-23T10:00:00Z")).containsExactly("given no_address");
            assertThat(mail()).isEmpty();
        });
    }

    @Test
    void whereTheSectionIsOffNothingIsSaid() {
        inNorth(() -> {
            var form = given();
            offers(Section.APPOINTMENTS);

            assertThat(holds.holds(form.id() + ".given")).isFalse();
            assertThat(at("2026-11-23T10:00:00Z")).containsExactly("given section_off");
            assertThat(mail()).isEmpty();
        });
    }
}
