package io.anteroom.clinic.record;

import static io.anteroom.clinic.record.Charting.letter;
import static io.anteroom.clinic.record.Charting.medication;
import static io.anteroom.clinic.record.Charting.patient;
import static io.anteroom.clinic.record.Charting.plan;
import static io.anteroom.clinic.record.Charting.result;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.record.reading.RecordOverview;
import io.anteroom.clinic.record.reading.SharedEntry;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock stands on Saturday, 21 November 2026, nine o'clock in London. */
@AccessTest
class RecordSharingTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    Charting charting;

    @Autowired
    RecordWriting writing;

    @Autowired
    RecordSharing sharing;

    @Autowired
    RecordDesk desk;

    @Autowired
    TestClock clock;

    @Autowired
    StatementCount statements;

    @Test
    void aDraftIsTheClinicsUntilItIsSharedAndThenReadAtOnce() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var id = charting.write(anna, RecordKind.LETTER, letter("To your doctor"));
            assertThat(charting.seen(anna)).isEmpty();
            assertThat(charting.reads(anna).find(id)).isEmpty();

            sharing.share(patient(anna), id, 0, Clinic.ROSA);
            sharing.share(patient(anna), id, 0, Clinic.ROSA);

            assertThat(charting.seen(anna)).containsExactly("To your doctor NONE");
            assertThat(charting.reads(anna).find(id)).get().isInstanceOf(SharedEntry.Shown.class);
            assertThat(clinic.texts("select action from __tenant__.audit_entry where actor_kind = 'staff'"
                            + " and subject_kind = 'record-entry' order by id"))
                    .containsExactly("entry-written", "entry-shared");
        });
    }

    @Test
    void oneFormWritesOnceAndADraftIsChangedInPlaceOrDiscarded() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var attempt = UUID.randomUUID();
            var first = writing.write(patient(anna), RecordKind.LETTER, letter("A"), attempt, Clinic.ROSA);
            assertThat(writing.write(patient(anna), RecordKind.LETTER, letter("A"), attempt, Clinic.ROSA))
                    .isEqualTo(first);
            var id = Charting.id(first);

            writing.change(patient(anna), id, 0, letter("B"), null, Clinic.ROSA);
            assertThat(writing.change(patient(anna), id, 0, letter("C"), null, Clinic.ROSA))
                    .isInstanceOf(RecordAnswer.Meanwhile.class);
            assertThat(writing.change(patient(anna), id, 0, letter("B"), null, Clinic.ROSA))
                    .as("the same again")
                    .isEqualTo(first);
            assertThat(desk.find(patient(anna), id).orElseThrow().edition()).isOne();

            assertThat(writing.discard(patient(anna), id, Clinic.ROSA)).isEqualTo(first);
            assertThat(writing.discard(patient(anna), id, Clinic.ROSA)).isEqualTo(new RecordAnswer.Gone());
            var kept = charting.shared(anna, RecordKind.LETTER, letter("D"));
            assertThat(writing.discard(patient(anna), kept, Clinic.ROSA)).isInstanceOf(RecordAnswer.NotNow.class);
        });
    }

    @Test
    void eachCategoryIsSeenByTheRuleOfTheDayItWasShared() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            charting.rule(RecordCategory.LETTERS, ReleaseRule.AFTER_DAYS, false);
            var later = charting.shared(anna, RecordKind.LETTER, letter("Later"));
            var reviewed = charting.shared(anna, RecordKind.RESULT, result("Blood"));
            charting.rule(RecordCategory.LETTERS, ReleaseRule.AT_ONCE, false);
            charting.shared(anna, RecordKind.LETTER, letter("At once"));

            assertThat(charting.seen(anna)).containsExactly("At once NONE");
            assertThat(charting.reads(anna).find(later)).isEmpty();
            assertThat(charting.reads(anna).find(reviewed)).isEmpty();
            assertThat(desk.toRelease()).extracting(RecordRow::title).containsExactly("Blood", "Later");

            clock.advance(Duration.ofDays(3));
            assertThat(charting.seen(anna)).containsExactly("At once NONE", "Later NEW");
            sharing.release(patient(anna), reviewed, 1, Clinic.ROSA);
            sharing.release(patient(anna), reviewed, 1, Clinic.ROSA);
            clock.advance(Duration.ofSeconds(1));
            assertThat(charting.seen(anna)).contains("Blood NEW");
            assertThat(desk.toRelease()).isEmpty();
        });
    }

    @Test
    void whoWantsAClinicianFirstWaitsWhereTheClinicLeavesItToThemAndNobodySeesEarlierByIt() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            charting.rule(RecordCategory.LETTERS, ReleaseRule.AT_ONCE, true);
            charting.shared(
                    anna,
                    RecordKind.NOTE,
                    new RecordContent(
                            RecordCategory.NOTES, "Not left to patients", Charting.TODAY, new RecordBody.Text("x")));
            var letter = charting.shared(anna, RecordKind.LETTER, letter("Letter"));
            charting.shared(anna, RecordKind.RESULT, result("Blood"));

            charting.reads(anna).waitForClinician(true);
            charting.reads(anna).waitForClinician(true);
            assertThat(charting.seen(anna)).containsExactly("Not left to patients NONE");
            assertThat(charting.reads(anna).find(letter)).isEmpty();
            assertThat(charting.reads(anna).overview().map(RecordOverview::waiting))
                    .contains(1L);
            assertThat(desk.toRelease()).extracting(RecordRow::title).containsExactly("Blood", "Letter");

            charting.reads(anna).waitForClinician(false);
            assertThat(charting.seen(anna)).hasSize(2).noneMatch(title -> title.startsWith("Blood"));
            charting.reads(anna).waitForClinician(true);
            sharing.release(patient(anna), letter, 1, Clinic.ROSA);
            assertThat(charting.seen(anna)).hasSize(2);
            assertThat(clinic.texts(
                            "select action from __tenant__.audit_entry where action = 'clinician-first-chosen'"))
                    .hasSize(3);
        });
    }

    @Test
    void nobodySharesOrReleasesWhatTheyHaveNotSeen() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var id = charting.write(anna, RecordKind.RESULT, result("Blood"));
            writing.change(patient(anna), id, 0, result("Another’s blood"), null, Clinic.ROSA);
            assertThat(sharing.share(patient(anna), id, 0, Clinic.ROSA)).isInstanceOf(RecordAnswer.Meanwhile.class);
            assertThat(desk.find(patient(anna), id).map(RecordEntry::state)).contains(RecordState.DRAFT);
            assertThat(sharing.share(patient(anna), id, 1, Clinic.ROSA)).isEqualTo(new RecordAnswer.Done(id));

            writing.change(patient(anna), id, 2, result("Blood"), "The name was wrong", Clinic.ROSA);
            assertThat(sharing.release(patient(anna), id, 2, Clinic.ROSA)).isInstanceOf(RecordAnswer.Meanwhile.class);
            assertThat(charting.reads(anna).find(id)).isEmpty();
            assertThat(sharing.release(patient(anna), id, 3, Clinic.ROSA)).isEqualTo(new RecordAnswer.Done(id));
            assertThat(desk.find(patient(anna), id).orElseThrow().isReviewedAsItStands())
                    .isTrue();
        });
    }

    @Test
    void aCorrectionKeepsWhatWasSaidAndTheReaderLearnsOfIt() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var id = charting.shared(anna, RecordKind.RESULT, result("Blood"));
            sharing.release(patient(anna), id, 1, Clinic.ROSA);
            charting.seen(anna);
            clock.advance(Duration.ofHours(1));
            var version = desk.find(patient(anna), id).orElseThrow().version();

            writing.change(patient(anna), id, version, result("Blood, again"), "The unit was wrong", Clinic.ROSA);

            clock.advance(Duration.ofHours(1));
            assertThat(charting.seen(anna)).containsExactly("Blood, again CORRECTED");
            var shown = (SharedEntry.Shown) charting.reads(anna).find(id).orElseThrow();
            assertThat(shown.entry().correctedAt()).isPresent();
            assertThat(shown.entry().correction()).isEqualTo("The unit was wrong");
            assertThat(shown.entry().isReviewedAsItStands())
                    .as("nobody went over the new text")
                    .isFalse();
            assertThat(desk.formers(shown.entry()))
                    .extracting(former -> former.content().title())
                    .containsExactly("Blood");
        });
    }

    @Test
    void aStepStaysDoneWhenThePlanIsCorrectedAndAnotherNeverTakesItsNumber() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var id = charting.shared(anna, RecordKind.PLAN, plan("Stretch", "Walk a mile"));
            sharing.tick(patient(anna), id, 2, true, Charting.TODAY, Clinic.ROSA);
            sharing.tick(patient(anna), id, 2, true, Charting.TODAY, Clinic.ROSA);
            assertThat(sharing.tick(patient(anna), id, 9, true, Charting.TODAY, Clinic.ROSA))
                    .isInstanceOf(RecordAnswer.NotNow.class);

            var version = desk.find(patient(anna), id).orElseThrow().version();
            writing.change(patient(anna), id, version, plan("Walk a mile", "Cycle"), "Cycling instead", Clinic.ROSA);

            var entry = desk.find(patient(anna), id).orElseThrow();
            var steps = ((RecordBody.Plan) entry.content().body())
                    .goals()
                    .getFirst()
                    .steps();
            assertThat(steps).containsExactly(new RecordBody.Step(2, "Walk a mile"), new RecordBody.Step(3, "Cycle"));
            assertThat(entry.done()).containsOnlyKeys(2);
            sharing.tick(patient(anna), id, 2, false, Charting.TODAY, Clinic.ROSA);
            assertThat(desk.find(patient(anna), id).orElseThrow().done()).isEmpty();
        });
    }

    @Test
    void whatIsWithdrawnIsNoLongerReadAndWhoeverCouldReadsWhy() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var seen = charting.shared(anna, RecordKind.LETTER, letter("For another Anna"));
            var unseen = charting.shared(anna, RecordKind.RESULT, result("Blood"));
            clock.advance(Duration.ofMinutes(1));
            sharing.withdraw(patient(anna), seen, "It was about somebody else", Clinic.ROSA);
            sharing.withdraw(patient(anna), unseen, "Mistaken", Clinic.ROSA);

            assertThat(charting.seen(anna)).isEmpty();
            assertThat(charting.reads(anna).find(seen))
                    .get()
                    .isInstanceOfSatisfying(
                            SharedEntry.Withdrawn.class,
                            gone -> assertThat(gone.withdrawal().because()).isEqualTo("It was about somebody else"));
            assertThat(charting.reads(anna).find(unseen)).as("never seen").isEmpty();
            assertThat(sharing.release(patient(anna), unseen, 2, Clinic.ROSA)).isInstanceOf(RecordAnswer.NotNow.class);
            assertThat(desk.toRelease()).isEmpty();
        });
    }

    @Test
    void onlyFullAccessToThatPatientsClinicalRecordsReads() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var id = charting.shared(anna, RecordKind.LETTER, letter("Anna's"));
            var stranger = practice.patient("Bob", "full", "clinical");
            var carer = practice.chart(practice.account(patient(anna), "full", "bookings,money"), patient(anna));
            var limited = practice.chart(practice.account(patient(anna), "limited", "clinical"), patient(anna));
            for (var other : List.of(stranger, carer, limited)) {
                assertThat(charting.seen(other)).isEmpty();
                assertThat(charting.reads(other).find(id)).isEmpty();
            }
            assertThat(charting.reads(carer).overview()).isEmpty();
            assertThat(charting.reads(limited).page(RecordKind.LETTER, 1)).isEmpty();
            var parent = practice.chart(practice.account(patient(anna), "full", "clinical"), patient(anna));
            assertThat(charting.seen(parent)).containsExactly("Anna's NONE");
            clinic.run(
                    "update __tenant__.access_grant set limited_from = timestamptz '2026-11-20T00:00Z' where account_id = "
                            + parent.viewer().account());
            assertThat(charting.seen(parent)).as("a parent past the age").isEmpty();
            assertThat(charting.reads(parent).find(id)).isEmpty();
        });
    }

    @Test
    void anEntryOfTheSameNumberAtAnotherClinicIsAnother() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            charting.shared(anna, RecordKind.LETTER, letter("The north's"));
        });
        inSouth(() -> {
            var sora = practice.patient("Sora", "full", "clinical");
            assertThat(charting.seen(sora)).isEmpty();
            assertThat(charting.reads(sora).find(new RecordId(1))).isEmpty();
            assertThat(desk.find(patient(sora), new RecordId(1))).isEmpty();
            assertThat(sharing.withdraw(patient(sora), new RecordId(1), "x", Clinic.ROSA))
                    .isEqualTo(new RecordAnswer.Gone());
            assertThat(desk.toRelease()).isEmpty();
        });
    }

    @Test
    void staffActOnAnEntryOfTheRecordTheyAreOnAlone() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var bob = practice.patient("Bob", "full", "clinical");
            var id = charting.write(anna, RecordKind.LETTER, letter("Anna's"));
            assertThat(desk.find(patient(bob), id)).isEmpty();
            assertThat(sharing.share(patient(bob), id, 0, Clinic.ROSA)).isEqualTo(new RecordAnswer.Gone());
            assertThat(desk.find(patient(anna), id).map(RecordEntry::state)).isEqualTo(Optional.of(RecordState.DRAFT));
        });
    }

    @Test
    void theOverviewTakesThreeStatementsHoweverMuchThereIs() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            for (int i = 0; i < 8; i++) {
                charting.shared(anna, RecordKind.LETTER, letter("Letter " + i));
                charting.shared(anna, RecordKind.PLAN, plan("Walk"));
                charting.shared(anna, RecordKind.MEDICATION, medication("Tablet " + i));
            }
            var reads = charting.reads(anna);
            statements.reset();
            var overview = reads.overview().orElseThrow();
            assertThat(statements.count()).isEqualTo(3);
            assertThat(overview.parts())
                    .extracting(part -> part.kind() + " " + part.rows().size() + " of " + part.number())
                    .containsExactly("PLAN 3 of 8", "LETTER 3 of 8", "MEDICATION 8 of 8");
            statements.reset();
            assertThat(reads.page(RecordKind.LETTER, 1).orElseThrow().rows()).hasSize(8);
            assertThat(statements.count()).isEqualTo(3);
        });
    }

    @Test
    void eachLookIsLoggedOnceADayAndSaysNothingOfWhatWasRead() {
        inNorth(() -> {
            var anna = practice.patient("Anna", "full", "clinical");
            var one = charting.shared(anna, RecordKind.LETTER, letter("Secret"));
            var two = charting.shared(anna, RecordKind.LETTER, letter("Secret too"));
            for (int day = 0; day < 2; day++) {
                charting.reads(anna).overview();
                charting.reads(anna).find(one);
                charting.reads(anna).find(one);
                charting.reads(anna).find(two);
                clock.advance(Duration.ofDays(1));
            }
            assertThat(clinic.texts("select action || ' ' || subject_id from __tenant__.audit_entry"
                            + " where actor_kind = 'patient' order by id"))
                    .containsExactly(
                            "entries-looked-through 1",
                            "entry-read 1",
                            "entry-read 2",
                            "entries-looked-through 1",
                            "entry-read 1",
                            "entry-read 2");
            assertThat(clinic.texts("select a::text from __tenant__.audit_entry a where a::text ilike '%secret%'"))
                    .isEmpty();
        });
    }

    @Test
    void theDatabaseTakesNoEntryOfAnotherKindsShape() {
        inNorth(() -> {
            practice.patient("Anna", "full", "clinical");
            assertThatThrownBy(() -> clinic.run("""
                            insert into __tenant__.record_entry (attempt, patient_id, kind, category, title, dated_on, body, state,
                                                                 written_at, written_by_id, written_by)
                            values (gen_random_uuid(), 1, 'plan', 'plans', 'x', '2026-01-01', '{"text": "x"}', 'draft', now(),
                                    'x', 'x')""")).hasStackTraceContaining("record_entry_has_the_shape_of_its_kind");
        });
    }
}
