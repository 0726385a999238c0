package io.anteroom.clinic.questionnaire.answer;

import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.AssignmentState;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.Given;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.questionnaire.assignment.Withdrawing;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class FillingInTest {

    private static final Questionnaire PAIN = new Questionnaire(
            "Pain",
            null,
            "en",
            List.of(
                    question("where", AnswerKind.Words.LINE, Occurs.REQUIRED),
                    new Item.Question(
                            Item.Head.of("since", "Since")
                                    .when(Enabling.when("where", Enabling.Operator.EQUAL, new Value.Text("back"))),
                            new AnswerKind.Whole(0, 100),
                            Occurs.OPTIONAL,
                            List.of(),
                            List.of()),
                    new Item.Question(
                            Item.Head.of("country", "Country"),
                            AnswerKind.Words.LINE,
                            Occurs.OPTIONAL,
                            List.of(new Value.Text("UK")),
                            List.of()),
                    new Item.Group(
                            Item.Head.of("drug", "Drug"),
                            new Occurs(0, 3),
                            List.of(question("drug-name", AnswerKind.Words.LINE, Occurs.OPTIONAL)))),
            List.of());

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Forms forms;

    @Autowired
    FillingIn filling;

    @Autowired
    PatientForms patientForms;

    @Autowired
    Assignments assignments;

    @Autowired
    TestClock clock;

    private Assignment given(VisibleChart chart) {
        return forms.given(forms.published(PAIN), chart.patients().getFirst().id(), null);
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private List<String> stored(Assignment form) {
        return clinic.texts("select path || ' ' || value from __tenant__.questionnaire_answer where assignment_id = "
                + form.id() + " order by path");
    }

    @Test
    void anAnswerIsSavedAsItIsGivenAndFoundAgainOnAnotherDevice() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);

            assertThat(forms.say(anna, form, ":where", text("back"))).isInstanceOf(Saving.Saved.class);

            var again = filling.open(anna, form.reference()).orElseThrow();
            assertThat(again.assignment().state()).isEqualTo(AssignmentState.IN_PROGRESS);
            assertThat(again.form().entry(ItemPath.of("where")).orElseThrow().answers())
                    .containsExactly(text("back"));
            assertThat(again.form().entry(ItemPath.of("since")).orElseThrow().asked())
                    .isTrue();
            assertThat(patientForms.open(anna)).extracting(Assignment::title).containsExactly("Pain");
        });
    }

    @Test
    void anAnswerGivenElsewhereMeanwhileIsNotWipedSilently() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);
            var nothing = AnswerMark.of(List.of());
            filling.save(
                    anna, form.reference(), List.of(new Change(ItemPath.of("where"), List.of(text("back")), nothing)));

            var late = (Saving.Saved) filling.save(
                    anna, form.reference(), List.of(new Change(ItemPath.of("where"), List.of(text("neck")), nothing)));

            assertThat(late.elsewhere()).singleElement().satisfies(one -> {
                assertThat(one.here()).containsExactly(text("neck"));
                assertThat(one.there()).containsExactly(text("back"));
            });
            assertThat(stored(form)).containsExactly(":where [{\"valueString\":\"back\"}]");

            var untouched = (Saving.Saved)
                    filling.save(anna, form.reference(), List.of(new Change(ItemPath.of("where"), List.of(), nothing)));
            assertThat(untouched.elsewhere())
                    .as("a page that only didn't know of it")
                    .isEmpty();

            filling.save(
                    anna,
                    form.reference(),
                    List.of(new Change(
                            ItemPath.of("where"), List.of(text("neck")), AnswerMark.of(List.of(text("back"))))));
            assertThat(stored(form)).as("knowingly").containsExactly(":where [{\"valueString\":\"neck\"}]");
        });
    }

    @Test
    void itIsHandedInOnceWithWhatIsAskedAndThenStaysAsItIs() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);
            forms.say(anna, form, ":where", text("back"));
            forms.say(anna, form, ":since", new Value.Whole(3));
            forms.say(anna, form, ":where", text("neck"));

            assertThat(forms.handIn(anna, form)).isEqualTo(new HandingIn.Done());

            assertThat(stored(form))
                    .as("nothing that isn't asked; what stood there is an answer")
                    .containsExactly(":country [{\"valueString\":\"UK\"}]", ":where [{\"valueString\":\"neck\"}]");
            assertThat(forms.handIn(anna, form)).isEqualTo(new HandingIn.Already());
            assertThat(forms.say(anna, form, ":where", text("toe"))).isEqualTo(new Saving.Completed());
            assertThat(filling.open(anna, form.reference())).isEmpty();
            assertThat(patientForms.completed(anna)).hasSize(1);
            assertThat(filling.read(anna, form.reference())
                            .orElseThrow()
                            .form()
                            .entry(ItemPath.of("where"))
                            .orElseThrow()
                            .answers())
                    .containsExactly(text("neck"));
            assertThat(
                            clinic.texts(
                                    "select action from __tenant__.audit_entry where subject_kind = 'questionnaire-assignment' order by id"))
                    .containsExactly("form-assigned", "form-completed", "form-read");
        });
    }

    @Test
    void whatWasTakenBackAndStoodThereFromTheBeginningDoesNotComeBackWhenItIsHandedIn() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);
            forms.say(anna, form, ":where", text("neck"));
            forms.say(anna, form, ":country");

            assertThat(forms.handIn(anna, form)).isEqualTo(new HandingIn.Done());

            assertThat(filling.read(anna, form.reference())
                            .orElseThrow()
                            .form()
                            .entry(ItemPath.of("country"))
                            .orElseThrow()
                            .answers())
                    .isEmpty();
        });
    }

    @Test
    void answersThatChangedAfterSomebodyWentOverThemAreNotSent() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);
            forms.say(anna, form, ":where", text("neck"));
            long seen = filling.open(anna, form.reference())
                    .orElseThrow()
                    .assignment()
                    .revision();
            forms.say(anna, form, ":where", text("back"));

            assertThat(filling.handIn(anna, form.reference(), seen)).isEqualTo(new HandingIn.Meanwhile());

            assertThat(filling.open(anna, form.reference())).isPresent();
            assertThat(filling.handIn(anna, form.reference(), seen + 1)).isEqualTo(new HandingIn.Done());
        });
    }

    @Test
    void aBlankOneAndOneWithSomethingMissingAreRefused() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);
            forms.say(anna, form, ":country");
            assertThat(forms.handIn(anna, form)).isEqualTo(new HandingIn.Blank());

            forms.say(anna, form, ":country", text("DE"));
            assertThat(forms.handIn(anna, form))
                    .isInstanceOfSatisfying(
                            HandingIn.Incomplete.class,
                            one -> assertThat(one.problems())
                                    .extracting(problem -> problem.path().toString())
                                    .containsExactly(":where"));
        });
    }

    @Test
    void occurrencesOfAGroupAreAddedUpToTheirNumberAndTakenAway() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);
            forms.say(anna, form, "0:drug-name", text("one"));
            var any = ItemPath.parse("0:drug").orElseThrow();

            assertThat(filling.add(anna, form.reference(), any)).isTrue();
            assertThat(filling.add(anna, form.reference(), any)).isTrue();
            assertThat(filling.add(anna, form.reference(), any))
                    .as("at most three")
                    .isFalse();
            forms.say(anna, form, "2:drug-name", text("three"));
            assertThat(filling.remove(anna, form.reference(), any)).isTrue();

            assertThat(filling.open(anna, form.reference()).orElseThrow().form().questions())
                    .extracting(entry -> entry.path() + " " + entry.answers().size())
                    .contains("1:drug-name 0", "2:drug-name 1")
                    .doesNotContain("0:drug-name 1");
            assertThat(filling.remove(anna, form.reference(), ItemPath.of("where")))
                    .isFalse();
        });
    }

    @Test
    void anotherPatientAnotherClinicAndAccessWithoutBookingsSeeNothing() {
        var form = new Assignment[1];
        inNorth(() -> {
            form[0] = given(practice.patient("Anna"));
            var bob = practice.patient("Bob");
            assertThat(filling.open(bob, form[0].reference())).isEmpty();
            assertThat(forms.say(bob, form[0], ":where", text("x"))).isEqualTo(new Saving.NotThere());
            assertThat(forms.handIn(bob, form[0])).isEqualTo(new HandingIn.NotThere());
            assertThat(patientForms.open(bob)).isEmpty();
            var patient = Objects.requireNonNull(form[0].patient());
            var payer = practice.chart(practice.account(patient, "full", "money"), patient);
            assertThat(filling.open(payer, form[0].reference())).isEmpty();
            assertThat(patientForms.open(payer)).isEmpty();
        });
        inSouth(() -> {
            var sue = practice.patient("Sue");
            var own = given(sue);
            assertThat(filling.open(sue, own.reference())).isPresent();
            assertThat(filling.open(sue, form[0].reference())).isEmpty();
            assertThat(forms.say(sue, form[0], ":where", text("x"))).isEqualTo(new Saving.NotThere());
        });
    }

    @Test
    void limitedAccessSeesWhatTheAccountItselfWasGiven() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);
            var carer = practice.account(anna.patients().getFirst().id(), "limited", "bookings");
            var limited = practice.chart(carer, anna.patients().getFirst().id());
            assertThat(filling.open(limited, form.reference())).isEmpty();
            assertThat(patientForms.open(limited)).isEmpty();

            clinic.run("update __tenant__.questionnaire_assignment set account_id = " + carer + " where id = "
                    + form.id());

            assertThat(patientForms.open(limited)).hasSize(1);
            assertThat(forms.say(limited, form, ":where", text("back"))).isInstanceOf(Saving.Saved.class);
            assertThat(filling.open(anna, form.reference()))
                    .as("full access sees it too")
                    .isPresent();
        });
    }

    @Test
    void anAnswerStaysWithTheVersionItWasGivenOn() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var id = forms.published(PAIN);
            var form = forms.given(id, anna.patients().getFirst().id(), null);
            forms.publish(
                    id,
                    new Questionnaire(
                            "Pain, new",
                            null,
                            null,
                            List.of(question("new", AnswerKind.Words.LINE, Occurs.OPTIONAL)),
                            List.of()));

            assertThat(filling.open(anna, form.reference()).orElseThrow().form().questionnaire())
                    .isEqualTo(PAIN);
            assertThat(clinic.texts("select title from __tenant__.questionnaire"))
                    .containsExactly("Pain, new");
            assertThat(assignments.assign(anna.patients().getFirst().id(), id, null, Clinic.ROSA))
                    .as("one that is open is enough")
                    .isEqualTo(new Given.Already(form.id()));
        });
    }

    @Test
    void itIsGivenToManyAtOnceAndTakenBack() {
        inNorth(() -> {
            var anna = practice.patient("Anna").patients().getFirst().id();
            var bob = practice.patient("Bob").patients().getFirst().id();
            var id = forms.published(PAIN);
            var annas = forms.given(id, anna, LocalDate.of(2026, 11, 30));

            assertThat(assignments.assignAll(List.of(anna, bob, bob), id, null, Clinic.ROSA))
                    .contains(1);
            assertThat(assignments.of(bob)).hasSize(1);
            clock.set(Instant.parse("2026-11-30T23:30:00Z"));
            assertThat(annas.overdue(clock.instant())).as("on the day itself").isFalse();
            assertThat(annas.overdue(clock.instant().plus(Duration.ofHours(1)))).isTrue();

            long now = assignments.find(annas.id()).orElseThrow().revision();
            assertThat(assignments.withdraw(annas.id(), now + 1, Clinic.ROSA))
                    .as("not what was looked at")
                    .isEqualTo(new Withdrawing.Meanwhile());
            assertThat(assignments.withdraw(annas.id(), now, Clinic.ROSA)).isEqualTo(new Withdrawing.Done());
            assertThat(assignments.withdraw(annas.id(), now, Clinic.ROSA)).isEqualTo(new Withdrawing.NotOpen());
            assertThat(assignments.of(anna)).extracting(Assignment::state).containsExactly(AssignmentState.WITHDRAWN);
            clinic.run("update __tenant__.questionnaire set state = 'retired'");
            assertThat(assignments.assign(anna, id, null, Clinic.ROSA)).isEqualTo(new Given.NotActive());
        });
    }

    @Test
    void whatIsTooLongIsAProblemAndNotSaved() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);

            var saving = (Saving.Saved) forms.say(anna, form, ":where", text("x".repeat(190_000)));

            assertThat(saving.tooLong())
                    .extracting(problem -> problem.path().toString())
                    .containsExactly(":where");
            assertThat(stored(form)).isEmpty();

            var long180 = text("x".repeat(180_000));
            forms.say(anna, form, "0:drug-name", long180);
            var drug = ItemPath.parse("0:drug").orElseThrow();
            assertThat(filling.add(anna, form.reference(), drug)).isTrue();
            assertThat(filling.add(anna, form.reference(), drug)).isTrue();
            for (String path : List.of("1:drug-name", "2:drug-name", ":where", ":country")) {
                assertThat(((Saving.Saved) forms.say(anna, form, path, long180)).tooLong())
                        .as(path)
                        .isEmpty();
            }
            var sixth = (Saving.Saved) forms.say(anna, form, ":since", long180);
            assertThat(sixth.tooLong())
                    .extracting(problem -> problem.path().toString())
                    .containsExactly(":since");
        });
    }

    @Test
    void occurrencesAreNotCountedBeyondWhatAPathCanSay() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var form = given(anna);
            forms.say(anna, form, "0:drug-name", text("one"));
            var first = ItemPath.parse("0:drug").orElseThrow();
            assertThat(filling.add(anna, form.reference(), first)).isTrue();
            clinic.run("update __tenant__.questionnaire_answer set path = '9999:drug' where path = '1:drug'"
                    + " and assignment_id = " + form.id());

            assertThat(filling.add(anna, form.reference(), first)).isFalse();
            assertThat(filling.open(anna, form.reference())).isPresent();
        });
    }
}
