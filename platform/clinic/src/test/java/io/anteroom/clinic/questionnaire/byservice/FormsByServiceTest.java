package io.anteroom.clinic.questionnaire.byservice;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static io.anteroom.clinic.scheduling.appointment.Practice.at;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.answer.Forms;
import io.anteroom.clinic.questionnaire.answer.HandingIn;
import io.anteroom.clinic.questionnaire.assignment.Assignment;
import io.anteroom.clinic.questionnaire.assignment.AssignmentState;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.questionnaire.assignment.OpenForms;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.questionnaire.assignment.Why;
import io.anteroom.clinic.questionnaire.assignment.Withdrawing;
import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.Booking;
import io.anteroom.clinic.scheduling.appointment.Changing;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.appointment.DeskBooking;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.testing.AtOnce;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Appointments are on Monday, 23 November 2026; the clock stands on Saturday. */
@AccessTest
class FormsByServiceTest {

    private static final Instant SUNDAY_NIGHT = Instant.parse("2026-11-22T23:59:59Z");

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Forms forms;

    @Autowired
    PatientForms patientForms;

    @Autowired
    Assignments assignments;

    @Autowired
    ServiceForms asked;

    @Autowired
    FormsFirst first;

    @Autowired
    PatientBooking booking;

    @Autowired
    AppointmentDesk desk;

    @Autowired
    PortalSetup portal;

    @Autowired
    TestClock clock;

    private LocationId location = new LocationId(0);
    private ServiceId service = new ServiceId(0);
    private PractitionerId pia = new PractitionerId(0);
    private QuestionnaireId pain = new QuestionnaireId(0);
    private QuestionnaireId intake = new QuestionnaireId(0);

    @BeforeEach
    void aServiceThatAsks() {
        clock.set(Instant.parse("2026-11-21T09:00:00Z"));
        inSouth(this::practice);
        inNorth(this::practice);
    }

    private void practice() {
        portal.switchTo(ROSA, true);
        offering(Section.APPOINTMENTS, Section.QUESTIONNAIRES);
        location = practice.location();
        service = practice.service(location);
        pia = practice.practitioner("Pia", service, location);
        pain = forms.published(form("Pain"));
        intake = forms.published(form("Intake"));
    }

    private void offering(Section... sections) {
        PortalDesign plain = PortalDesign.plain("Clinic");
        assertThat(portal.publish(
                        ROSA,
                        new PortalDesign(
                                "Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, Set.of(sections))))
                .isNotNull();
    }

    private static Questionnaire form(String title) {
        return new Questionnaire(
                title, null, "en", List.of(question("a", AnswerKind.Words.LINE, Occurs.OPTIONAL)), List.of());
    }

    private void asks(QuestionnaireId questionnaire, Moment moment) {
        String seen = ServiceForms.fingerprint(asked.of(service), asked.terms(service));
        assertThat(asked.change(service, seen, Map.of(questionnaire, moment), ROSA))
                .isEqualTo(ServiceForms.Changed.SAVED);
    }

    private WantedTime wanted(String time) {
        return new WantedTime(service, pia, location, at(time));
    }

    private Holding hold(VisibleChart who, String time) {
        return booking.hold(who, wanted(time), UUID.randomUUID());
    }

    private Reference book(VisibleChart who, String time) {
        var held = (Holding.Held) hold(who, time);
        assertThat(booking.book(who, held.reference(), null)).isInstanceOf(Booking.Booked.class);
        return held.reference();
    }

    private Appointment bookedByStaff(PatientId patient, String time) {
        var answer = desk.book(
                new DeskBooking(UUID.randomUUID(), patient, service, pia, location, at(time), false, null), ROSA);
        return ((DeskAnswer.Done) answer).appointment();
    }

    private void send(VisibleChart who, Assignment form) {
        forms.say(who, form, ":a", new Value.Text("yes"));
        assertThat(forms.handIn(who, form)).isEqualTo(new HandingIn.Done());
    }

    private Assignment onlyOne(VisibleChart who) {
        assertThat(patientForms.open(who)).hasSize(1);
        return patientForms.open(who).getFirst();
    }

    private List<String> stored() {
        return clinic.texts(
                "select state || ' ' || why || coalesce(' ' || to_char(due_at at time zone 'UTC', 'DD HH24:MI'), '')"
                        + " from __tenant__.questionnaire_assignment order by id");
    }

    @Test
    void aTimeIsGivenOnceTheFormWasSentWhichCountsForThirtyDays() {
        inNorth(() -> {
            asks(pain, Moment.BEFORE);
            var anna = practice.patient("Anna");
            assertThat(hold(anna, "09:00")).isEqualTo(new Holding.AskedFirst());
            assertThat(first.of(anna, service)).containsExactly(new FirstForm(pain, "Pain", false, false));
            assertThat(first.begin(anna, service, intake)).as("not asked").isEmpty();

            var begun = first.begin(anna, service, pain);
            assertThat(begun).isPresent();
            assertThat(first.begin(anna, service, pain)).as("pressed twice").isEqualTo(begun);
            assertThat(hold(anna, "09:00")).isEqualTo(new Holding.AskedFirst());
            send(anna, onlyOne(anna));

            assertThat(first.of(anna, service)).containsExactly(new FirstForm(pain, "Pain", false, true));
            book(anna, "09:00");
            assertThat(stored()).containsExactly("completed before_booking");
            assertThat(hold(practice.patient("Bob"), "10:00"))
                    .as("somebody else's form")
                    .isEqualTo(new Holding.AskedFirst());

            clock.advance(FormTerms.USUAL.counts().plusSeconds(1));
            assertThat(first.missing(anna, service)).isTrue();
        });
    }

    @Test
    void aServiceSaysHowLongBeforeItsFormsAreDueAndHowLongOneCounts() {
        inNorth(() -> {
            var both = Map.of(pain, Moment.BEFORE, intake, Moment.AFTER);
            assertThat(asked.change(service, "", both, new FormTerms(2, 7), ROSA))
                    .isEqualTo(ServiceForms.Changed.SAVED);
            assertThat(asked.change(service, "", both, FormTerms.USUAL, ROSA))
                    .as("by somebody who saw none of it")
                    .isEqualTo(ServiceForms.Changed.MEANWHILE);
            var anna = practice.patient("Anna");
            first.begin(anna, service, pain);
            send(anna, onlyOne(anna));
            clock.advance(Duration.ofDays(7).minusSeconds(1));
            assertThat(first.missing(anna, service)).isFalse();
            clock.advance(Duration.ofSeconds(2));
            assertThat(first.missing(anna, service)).isTrue();

            clock.set(Instant.parse("2026-11-20T09:00:00Z"));
            bookedByStaff(anna.patients().getFirst().id(), "09:00");
            assertThat(stored()).contains("not_started after_booking 21 23:59");
            clock.set(Instant.parse("2026-11-22T09:00:00Z"));
            bookedByStaff(practice.patient("Bob").patients().getFirst().id(), "10:00");
            assertThat(stored())
                    .as("booked later than that: the day before")
                    .contains("not_started after_booking 22 23:59");
            asked.change(
                    service,
                    ServiceForms.fingerprint(asked.of(service), asked.terms(service)),
                    both,
                    new FormTerms(0, 7),
                    ROSA);
            bookedByStaff(practice.patient("Cleo").patients().getFirst().id(), "11:00");
            assertThat(stored()).as("when it begins").contains("not_started after_booking 23 11:00");
        });
    }

    @Test
    void aTimeThatIsHeldIsNotBookedBeforeTheFormWasSent() {
        inNorth(() -> {
            var anna = practice.patient("Anna");
            var held = (Holding.Held) hold(anna, "09:00");
            asks(pain, Moment.BEFORE);
            assertThat(booking.book(anna, held.reference(), null)).isEqualTo(new Booking.AskedFirst());
            assertThat(booking.held(anna)).map(Appointment::reference).contains(held.reference());

            first.begin(anna, service, pain);
            send(anna, onlyOne(anna));
            assertThat(booking.book(anna, held.reference(), null)).isInstanceOf(Booking.Booked.class);
        });
    }

    @Test
    void whatComesWithABookingIsDueTheDayBeforeAndMovesAndGoesAndComesBackWithIt() {
        inNorth(() -> {
            asks(pain, Moment.AFTER);
            var anna = practice.patient("Anna");
            var reference = book(anna, "09:00");
            assertThat(onlyOne(anna)).satisfies(form -> {
                assertThat(form.why()).isEqualTo(Why.AFTER_BOOKING);
                assertThat(form.dueAt()).isEqualTo(SUNDAY_NIGHT);
                assertThat(form.appointment()).isNotNull();
            });

            var tuesday = new WantedTime(service, pia, location, at("09:00").plus(Duration.ofDays(1)));
            assertThat(booking.move(anna, reference, tuesday)).isInstanceOf(Changing.Done.class);
            assertThat(onlyOne(anna).dueAt()).isEqualTo(SUNDAY_NIGHT.plus(Duration.ofDays(1)));
            assertThat(booking.moveBack(anna, reference)).isInstanceOf(Changing.Done.class);
            assertThat(onlyOne(anna).dueAt()).isEqualTo(SUNDAY_NIGHT);

            assertThat(booking.cancel(anna, reference)).isInstanceOf(Changing.Done.class);
            assertThat(patientForms.open(anna)).isEmpty();
            assertThat(stored()).containsExactly("withdrawn after_booking 22 23:59");
            assertThat(booking.restore(anna, reference)).isInstanceOf(Changing.Done.class);
            assertThat(onlyOne(anna).state()).isEqualTo(AssignmentState.NOT_STARTED);
            assertThat(clinic.texts("""
                            select action from __tenant__.audit_entry
                             where subject_kind = 'questionnaire-assignment' order by id"""))
                    .containsExactly("form-came-with-booking", "form-went-with-booking", "form-back-with-booking");
        });
    }

    @Test
    void aFormThatWasBegunStaysWhenItsAppointmentIsCancelledAndIsNotDueAnyMore() {
        inNorth(() -> {
            asks(pain, Moment.AFTER);
            var anna = practice.patient("Anna");
            var reference = book(anna, "09:00");
            forms.say(anna, onlyOne(anna), ":a", new Value.Text("yes"));

            booking.cancel(anna, reference);

            assertThat(onlyOne(anna).state()).isEqualTo(AssignmentState.IN_PROGRESS);
            assertThat(onlyOne(anna).dueAt()).isNull();
            assertThat(clinic.texts("select step from __tenant__.questionnaire_message where done_at is null"))
                    .containsExactly("given");
        });
    }

    @Test
    void whatStaffTookBackByHandDoesNotComeBackWithTheAppointment() {
        inNorth(() -> {
            asks(pain, Moment.AFTER);
            var anna = practice.patient("Anna");
            var booked = bookedByStaff(anna.patients().getFirst().id(), "09:00");
            var form = assignments.of(booked.id()).getFirst();
            assertThat(assignments.withdraw(form.id(), form.revision(), ROSA)).isEqualTo(new Withdrawing.Done());

            var cancelled = ((DeskAnswer.Done) desk.cancel(booked.id(), booked.version(), null, ROSA)).appointment();
            desk.undo(booked.id(), cancelled.version(), ROSA);

            assertThat(patientForms.open(anna)).isEmpty();
        });
    }

    @Test
    void whomStaffBookIsGivenWhatIsAskedBeforeAndAfterUnlessItIsOpenAlready() {
        inNorth(() -> {
            asked.change(service, "", Map.of(pain, Moment.BEFORE, intake, Moment.AFTER), ROSA);
            var anna = practice.patient("Anna");
            var patient = anna.patients().getFirst().id();
            forms.given(pain, patient, null);

            var booked = bookedByStaff(patient, "09:00");

            assertThat(assignments.of(booked.id()))
                    .extracting(Assignment::title)
                    .containsExactly("Intake");
            assertThat(stored()).containsExactly("not_started by_hand", "not_started after_booking 22 23:59");
            assertThat(bookedByStaff(
                            practice.patient("Bob").patients().getFirst().id(), "10:00"))
                    .satisfies(one -> assertThat(assignments.of(one.id())).hasSize(2));
        });
    }

    @Test
    void bookedThreeTimesAtOnceItIsGivenOnceAndBegunInTwoTabsAtOnceToo() {
        inNorth(() -> {
            asked.change(service, "", Map.of(pain, Moment.AFTER, intake, Moment.BEFORE), ROSA);
            var anna = practice.patient("Anna");
            var patient = anna.patients().getFirst().id();
            List<Callable<Appointment>> bookings = Stream.of("Ada", "Bea", "Cleo")
                    .map(name -> practice.practitioner(name, service, location))
                    .<Callable<Appointment>>map(who -> () -> {
                        var wanted = new DeskBooking(
                                UUID.randomUUID(), patient, service, who, location, at("09:00"), true, null);
                        return ((DeskAnswer.Done) desk.book(wanted, ROSA)).appointment();
                    })
                    .toList();

            assertThat(AtOnce.atOnce(bookings)).hasSize(3);
            assertThat(patientForms.open(anna))
                    .extracting(Assignment::title)
                    .containsExactlyInAnyOrder("Pain", "Intake");

            var bob = practice.patient("Bob");
            Callable<Optional<Reference>> begin = () -> first.begin(bob, service, intake);
            assertThat(Set.copyOf(AtOnce.atOnce(begin, begin))).hasSize(1);
            assertThat(patientForms.open(bob)).hasSize(1);
        });
    }

    @Test
    void anAppointmentOfTheSameDayHasItsFormDueWhenItBegins() {
        inNorth(() -> {
            asks(pain, Moment.AFTER);
            clock.set(at("09:00"));
            var anna = practice.patient("Anna");
            book(anna, "15:00");
            assertThat(onlyOne(anna).dueAt()).isEqualTo(at("15:00"));
        });
    }

    @Test
    void anAccountWithoutARecordSeesItsFormsAndNobodyElseDoes() {
        inNorth(() -> {
            clinic.run("update __tenant__.service set for_new_patients = true");
            asked.change(service, "", Map.of(pain, Moment.BEFORE, intake, Moment.AFTER), ROSA);
            var account = new AccountId(
                    clinic.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id"));
            var nora = practice.chart(account, null);
            assertThat(hold(nora, "09:00")).isEqualTo(new Holding.AskedFirst());
            first.begin(nora, service, pain);
            send(nora, onlyOne(nora));

            book(nora, "09:00");

            assertThat(onlyOne(nora).title()).isEqualTo("Intake");
            var other = practice.patient("Anna");
            assertThat(patientForms.open(other)).isEmpty();
            assertThat(patientForms.find(other, onlyOne(nora).reference())).isEmpty();
        });
    }

    @Test
    void limitedAccessSeesTheFormOfWhatItBookedAndNotOfWhatOthersBooked() {
        inNorth(() -> {
            asks(pain, Moment.AFTER);
            var full = practice.patient("Anna");
            var patient = full.patients().getFirst().id();
            var carer = practice.chart(practice.account(patient, "limited", "bookings"), patient);
            book(full, "09:00");
            assertThat(patientForms.open(carer)).isEmpty();

            send(full, onlyOne(full));
            book(carer, "10:00");
            assertThat(onlyOne(carer).title()).isEqualTo("Pain");
            assertThat(patientForms.open(full)).as("full access sees both").hasSize(1);
        });
    }

    @Test
    void whereTheClinicOffersNoFormsNothingIsAsked() {
        inNorth(() -> {
            asked.change(service, "", Map.of(pain, Moment.BEFORE, intake, Moment.AFTER), ROSA);
            offering(Section.APPOINTMENTS);
            var anna = practice.patient("Anna");
            book(anna, "09:00");
            assertThat(stored()).isEmpty();
        });
    }

    @Test
    void aRetiredQuestionnaireIsAskedNoMore() {
        inNorth(() -> {
            asks(pain, Moment.BEFORE);
            clinic.run("update __tenant__.questionnaire set state = 'retired'");
            book(practice.patient("Anna"), "09:00");
            assertThat(stored()).isEmpty();
        });
    }

    @Test
    void nobodyIsToldAsLongAsTheBookingCanBeUndone() {
        inNorth(() -> {
            asks(pain, Moment.AFTER);
            book(practice.patient("Anna"), "09:00");
            assertThat(clinic.texts(
                            "select step from __tenant__.questionnaire_message where step = 'given' and due_at = '%s'"
                                    .formatted(clock.instant().plus(Appointment.UNDO))))
                    .hasSize(1);
        });
    }

    @Test
    void whatAServiceAsksIsNotOverwrittenUnseenAndIsBounded() {
        inNorth(() -> {
            asks(pain, Moment.BEFORE);
            assertThat(asked.change(service, "", Map.of(intake, Moment.AFTER), ROSA))
                    .isEqualTo(ServiceForms.Changed.MEANWHILE);
            assertThat(asked.change(service, "", Map.of(pain, Moment.BEFORE), ROSA))
                    .as("it is so already")
                    .isEqualTo(ServiceForms.Changed.SAVED);
            assertThat(asked.change(service, "", Map.of(new QuestionnaireId(99), Moment.AFTER), ROSA))
                    .isEqualTo(ServiceForms.Changed.UNKNOWN);
            assertThat(asked.change(new ServiceId(99), "", Map.of(), ROSA)).isEqualTo(ServiceForms.Changed.UNKNOWN);
            var many = new HashMap<QuestionnaireId, Moment>();
            for (int i = 0; i <= ServiceForms.MOST; i++) {
                many.put(forms.published(form("No " + i)), Moment.AFTER);
            }
            assertThat(asked.change(
                            service, ServiceForms.fingerprint(asked.of(service), asked.terms(service)), many, ROSA))
                    .isEqualTo(ServiceForms.Changed.TOO_MANY);
            assertThat(asked.of(service)).extracting(AskedForm::title).containsExactly("Pain");
        });
    }

    @Test
    void whatIsToDoIsReadInOneRowTheFirstDueFirstWithoutWhatNobodyBegan() {
        inNorth(() -> {
            asked.change(service, "", Map.of(pain, Moment.BEFORE, intake, Moment.AFTER), ROSA);
            var anna = practice.patient("Anna");
            var patient = anna.patients().getFirst().id();
            assertThat(patientForms.toDo(anna)).isEqualTo(OpenForms.NONE);
            first.begin(anna, service, pain);
            assertThat(patientForms.toDo(anna)).as("only looked at").isEqualTo(OpenForms.NONE);
            for (int i = 0; i < 3; i++) {
                forms.given(forms.published(form("No " + i)), patient, LocalDate.of(2026, 12, 3 - i));
            }
            bookedByStaff(patient, "09:00");

            assertThat(patientForms.toDo(anna)).satisfies(toDo -> {
                assertThat(toDo.all()).isEqualTo(4);
                assertThat(toDo.first())
                        .extracting(OpenForms.OpenForm::title)
                        .containsExactly("Intake", "No 2", "No 1");
                assertThat(toDo.first().getFirst().dueAt()).isEqualTo(SUNDAY_NIGHT);
                assertThat(toDo.first().getFirst().patientName()).isEqualTo("Anna Lee");
            });
            assertThat(patientForms.toDo(practice.patient("Bob"))).isEqualTo(OpenForms.NONE);
        });
    }

    @Test
    void whatAServiceOfOneClinicAsksTheSameServiceOfAnotherDoesNot() {
        inNorth(() -> asked.change(service, "", Map.of(pain, Moment.BEFORE, intake, Moment.AFTER), ROSA));
        inSouth(() -> {
            assertThat(asked.of(service)).isEmpty();
            book(practice.patient("Anna"), "09:00");
            assertThat(stored()).isEmpty();
        });
    }
}
