package io.anteroom.clinic.merging;

import static io.anteroom.clinic.merging.MergeFixture.ADA;
import static io.anteroom.clinic.merging.MergeFixture.BORN;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.access.backfill.Backfill;
import io.anteroom.clinic.access.directory.PatientsWithout;
import io.anteroom.clinic.audit.AuditFilter;
import io.anteroom.clinic.audit.AuditTrail;
import io.anteroom.clinic.patient.Changed;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.MergedRecords;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.PatientSearch;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;

@TenantTest(
        value = MergingSlice.class,
        properties = {
            "anteroom.access.code-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.messaging.from-address=clinics@anteroom.example"
        })
@Import(MergeFixture.class)
class MergingTest {

    @Autowired
    MergeFixture clinic;

    @Autowired
    Merging merging;

    @Autowired
    MergedRecords merged;

    @Autowired
    Patients patients;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientSearch search;

    @Autowired
    PatientsWithout without;

    @Autowired
    Backfill backfill;

    @Autowired
    AuditTrail trail;

    @Test
    void whatWasOnTheRecordThatGoesIsOnTheOneThatStays() {
        inNorth(() -> {
            var stays = clinic.patient(PatientDetails.of("Anna", "Lee", BORN)
                    .reachedBy(new EmailAddress("anna@example.org"), null)
                    .alerting("Allergic to penicillin"));
            var goes = clinic.patient(PatientDetails.of("Ann", "Lee", BORN)
                    .reachedBy(new EmailAddress("ann@example.org"), new MobileNumber("+447400123456"))
                    .numbered("A-17")
                    .alerting("No latex"));
            clinic.invoice(goes, "draft", 0);
            clinic.invoice(goes, "open", 0);
            clinic.invoice(goes, "paid", 5000);

            var plan = clinic.plan(stays, goes);
            assertThat(plan.taken())
                    .containsExactlyInAnyOrder(PatientField.MOBILE, PatientField.EXTERNAL_ID, PatientField.ALERTS);
            assertThat(plan.left()).containsExactlyInAnyOrder(PatientField.GIVEN_NAME, PatientField.EMAIL);
            assertThat(plan.goes().money().invoices()).isEqualTo(3);
            assertThat(plan.doubts()).containsExactly(Doubt.OTHER_GIVEN_NAME);
            assertThat(plan.word()).isEqualTo("Ann Lee");
            assertThat(clinic.merge(stays, goes)).isEqualTo(new Merged.Done());

            assertThat(patients.find(stays).orElseThrow().details())
                    .isEqualTo(PatientDetails.of("Anna", "Lee", BORN)
                            .reachedBy(new EmailAddress("anna@example.org"), new MobileNumber("+447400123456"))
                            .numbered("A-17")
                            .alerting("Allergic to penicillin; No latex"));
            assertThat(clinic.texts("select distinct patient_id || '' from __tenant__.invoice"))
                    .containsExactly(stays.toString());
            assertThat(merged.whereWent(goes)).contains(stays);
            var went = merged.into(stays).getFirst();
            assertThat(went.id()).isEqualTo(goes);
            assertThat(went.by()).isEqualTo("Ada Admin");
            assertThat(went.details().alerts()).isEqualTo("No latex");
            assertThat(went.details().externalId()).isEqualTo("A-17");
        });
    }

    @Test
    void clinicalEntriesDocumentsAndFormsAreCountedAndOnTheRecordThatStays() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.papers(goes);

            assertThat(clinic.plan(stays, goes).goes().papers()).isEqualTo(new MergeSide.PaperCounts(1, 1, 1));
            assertThat(clinic.plan(stays, goes).stays().papers()).isEqualTo(new MergeSide.PaperCounts(0, 0, 0));
            assertThat(clinic.merge(stays, goes)).isEqualTo(new Merged.Done());

            for (String table : List.of("record_entry", "document", "questionnaire_assignment")) {
                assertThat(clinic.texts("select distinct patient_id || '' from __tenant__." + table))
                        .as(table)
                        .containsExactly(stays.toString());
            }
        });
    }

    @Test
    void appointmentsPastAndToComeAreOnTheRecordThatStays() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.appointment(stays, "booked", 2);
            clinic.appointment(goes, "booked", 2);
            clinic.appointment(goes, "arrived", -2);
            clinic.appointment(goes, "completed", -20);
            clinic.appointment(goes, "cancelled", 3);
            clinic.appointment(goes, "held", 3);

            assertThat(clinic.plan(stays, goes).goes().bookings()).isEqualTo(new MergeSide.BookingCounts(1, 3));
            assertThat(clinic.merge(stays, goes)).isEqualTo(new Merged.Done());

            assertThat(clinic.texts("select patient_id || ' ' || state from __tenant__.appointment order by id"))
                    .containsExactly(
                            stays + " booked",
                            stays + " booked",
                            stays + " arrived",
                            stays + " completed",
                            stays + " cancelled",
                            stays + " held");
        });
    }

    @Test
    void whatIsInTheClinicalRecordIsOnTheOneThatStays() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            for (var patient : List.of(stays, goes)) {
                clinic.run("""
                        insert into __tenant__.record_entry (attempt, patient_id, kind, category, title, dated_on, body, state,
                                                             written_at, written_by_id, written_by)
                        values (gen_random_uuid(), %s, 'note', 'notes', 'Visit', '2026-01-01', '{"text": "x"}', 'draft', now(),
                                'kai', 'Dr Kai Chen')""".formatted(patient));
            }

            assertThat(clinic.merge(stays, goes)).isEqualTo(new Merged.Done());

            assertThat(clinic.texts("select patient_id || '' from __tenant__.record_entry"))
                    .containsExactly(stays.toString(), stays.toString());
        });
    }

    @Test
    void placesOnTheWaitlistAreOnTheRecordThatStays() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
            clinic.gives(stays, "Mia Lee", "parent", "full", "mia@example.org");
            clinic.gives(goes, "Mia Lee", "parent", "full", "mia@example.org");
            clinic.appointment(stays, "booked", 2);
            clinic.waits(stays);
            clinic.waits(goes);

            assertThat(clinic.merge(stays, goes)).isEqualTo(new Merged.Done());

            assertThat(clinic.texts("select patient_id || ' ' || (ended_at is null) from __tenant__.waitlist_entry"))
                    .containsExactly(stays + " true", stays + " true");
        });
    }

    @Test
    void whoeverSawThePlanBeforeAnAppointmentWasBookedSeesItAnew() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            var seen = clinic.plan(stays, goes);
            clinic.appointment(goes, "booked", 2);

            assertThat(clinic.plan(stays, goes).fingerprint()).isNotEqualTo(seen.fingerprint());
        });
    }

    @Test
    void theRecordThatWentIsOfferedNowhere() {
        inNorth(() -> {
            var stays = clinic.patient(PatientDetails.of("Anna", "Lee", BORN)
                    .reachedBy(new EmailAddress("anna@example.org"), null)
                    .numbered("A-1"));
            var goes = clinic.patient(PatientDetails.of("Anne", "Leigh", BORN)
                    .reachedBy(new EmailAddress("anna@example.org"), null)
                    .numbered("A-2"));
            clinic.merge(stays, goes);

            assertThat(patients.find(goes)).isEmpty();
            assertThat(search.find("leigh", PatientSort.NAME, 1).total()).isZero();
            assertThat(search.find("", PatientSort.NAME, 1).total()).isOne();
            assertThat(without.find("", 1).total()).isOne();
            assertThat(records.change(goes, 1, PatientDetails.of("Anne", "Leigh", BORN), ADA))
                    .isEqualTo(new Changed.Gone());
            assertThat(records.register(PatientDetails.of("Zoe", "Zed", BORN).numbered("A-2"), false, ADA))
                    .as("its number leads to the one that stays")
                    .isEqualTo(new Registered.NumberTaken(stays));
            var known = records.register(PatientDetails.of("Anne", "Leigh", BORN), false, ADA);
            assertThat(known).isInstanceOf(Registered.PossiblyKnown.class);
            assertThat(((Registered.PossiblyKnown) known).patients().getFirst().id())
                    .as("and so does its name")
                    .isEqualTo(stays);
            assertThat(records.change(
                            stays,
                            patients.find(stays).orElseThrow().version(),
                            PatientDetails.of("Anna", "Lee", BORN).numbered("A-2"),
                            ADA))
                    .as("which may have either number")
                    .isEqualTo(new Changed.Saved());
        });
    }

    @Test
    void aPatientsOwnAccountFollowsAndIsSignedOut() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.signsInWith(goes, "anna@example.org", "");
            clinic.verified("anna@example.org");

            var plan = clinic.plan(stays, goes);
            assertThat(plan.account().keepsThatOfGoes()).isTrue();
            assertThat(plan.account().closes()).isNull();
            clinic.merge(stays, goes);

            assertThat(grants()).containsExactly(stays + " self full");
            assertThat(clinic.texts("select value from __tenant__.credential where verified_at is not null"))
                    .containsExactly("anna@example.org");
            assertThat(clinic.texts("select ended_because || ' ' || coalesce(acting_for || '', '-')"
                            + " from __tenant__.portal_session"))
                    .containsExactly("ended-by-staff " + goes);
        });
    }

    @Test
    void ofTwoAccountsTheProvedOneStaysAndTheOthersAddressesMoveOrAreFreed() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.signsInWith(stays, "old@example.org", "07400 123456");
            clinic.signsInWith(goes, "anna@example.org", "");
            clinic.verified("anna@example.org");

            var plan = clinic.plan(stays, goes);
            assertThat(plan.account().keepsThatOfGoes()).isTrue();
            clinic.merge(stays, goes);

            assertThat(grants()).containsExactly(stays + " self full");
            assertThat(clinic.texts("select a.id || ' ' || c.value || ' ' || (c.verified_at is not null)"
                            + " from __tenant__.credential c join __tenant__.portal_account a on a.id = c.account_id"
                            + " where a.closed_at is null order by c.channel"))
                    .containsExactly("2 anna@example.org true", "2 +447400123456 false");
            assertThat(clinic.number("select count(*) from __tenant__.credential"))
                    .isEqualTo(2);
            assertThat(clinic.texts("select id || '' from __tenant__.portal_account where closed_at is not null"))
                    .containsExactly("1");
        });
    }

    @Test
    void twoProvedAccountsMayBeTwoPeoplesAndAreRefusedUntilOneIsRemoved() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.signsInWith(stays, "anna@example.org", "");
            clinic.signsInWith(goes, "other@example.org", "");
            clinic.verified("anna@example.org");
            clinic.verified("other@example.org");

            assertThat(clinic.plan(stays, goes).refusals()).containsExactly(new Refusal.BothSignIn());
            assertThat(clinic.merge(stays, goes)).isInstanceOf(Merged.Refused.class);
            assertThat(patients.find(goes)).isPresent();

            clinic.run("delete from __tenant__.credential where value = 'other@example.org'");
            assertThat(clinic.merge(stays, goes)).isEqualTo(new Merged.Done());
        });
    }

    @Test
    void whatShowsTwoPeopleRefuses() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
            var mother = clinic.patient("Maria");
            clinic.signsInWith(mother, "maria@example.org", "");
            var child = clinic.patient(PatientDetails.of("Max", "Lee", BORN.plusYears(30)));
            clinic.gives(child, "Maria Lee", "parent", "full", "maria@example.org");

            for (var plan : List.of(clinic.plan(mother, child), clinic.plan(child, mother))) {
                assertThat(plan.refusals())
                        .contains(new Refusal.OtherBirthDate(), new Refusal.OneActsForTheOther("Maria Lee"));
            }
            assertThat(clinic.merge(child, mother)).isInstanceOf(Merged.Refused.class);
        });
    }

    @Test
    void aPaymentUnderwayIsWaitedFor() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.invoice(goes, "open", 0);
            clinic.run("""
                    insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                           paid_url, left_url, state, account_id, session_expires_at, created_at, changed_at)
                    values (gen_random_uuid(), 'invoice', '1', 5000, 'GBP', 'Invoice 1', 'en', '/', '/', 'created', 'acct_1',
                            now() + interval '1 hour', now(), now())""");

            for (var plan : List.of(clinic.plan(stays, goes), clinic.plan(goes, stays))) {
                assertThat(plan.refusals()).hasSize(1).first().isInstanceOf(Refusal.PaymentUnderway.class);
            }
            clinic.run("update __tenant__.payment set state = 'expired'");
            assertThat(clinic.merge(stays, goes)).isEqualTo(new Merged.Done());
        });
    }

    @Test
    void alertsThatDoNotFitTogetherAreForStaffToShorten() {
        inNorth(() -> {
            var stays = clinic.patient(PatientDetails.of("Anna", "Lee", BORN).alerting("a".repeat(150)));
            var goes = clinic.patient(PatientDetails.of("Anna", "Lee", BORN).alerting("b".repeat(150)));

            assertThat(clinic.plan(stays, goes).refusals()).containsExactly(new Refusal.AlertsTooLong());
        });
    }

    @Test
    void othersAccessMovesOnTheSameTermsAndWhoHasBothKeepsThatOfTheOneThatStays() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
            var stays = clinic.patient(
                    PatientDetails.of("Max", "Lee", BORN).reachedBy(new EmailAddress("max@example.org"), null));
            var goes = clinic.patient("Max");
            clinic.gives(goes, "Maria Lee", "parent", "full", "maria@example.org");
            clinic.gives(stays, "Cora Carer", "carer", "limited", "cora@example.org");
            clinic.gives(goes, "Cora Carer", "carer", "full", "cora@example.org");

            clinic.merge(stays, goes);

            assertThat(grants()).containsExactly(stays + " carer limited", stays + " parent full");
            assertThat(clinic.texts("select ended_because from __tenant__.access_grant where patient_id = " + goes))
                    .containsExactly("merged", "merged");
            assertThat(clinic.texts("select recipient from __tenant__.message"))
                    .as("the patient is told that somebody sees more")
                    .containsExactly("max@example.org");
        });
    }

    @Test
    void whereARecordIsOpenToOneAccountItStaysSo() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            var stays = clinic.patient("Max");
            var goes = clinic.patient("Max");
            clinic.gives(goes, "Maria Lee", "parent", "full", "maria@example.org");
            clinic.signsInWith(stays, "max@example.org", "");

            assertThat(clinic.plan(stays, goes).refusals())
                    .containsExactly(new Refusal.TooManyAccounts(List.of("Max Lee", "Maria Lee")));
        });
    }

    @Test
    void invitationsToTheRecordThatGoesAreRevoked() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.run("""
                    insert into __tenant__.invitation (patient_id, token_hash, relationship, level, scope, email, by_email, by_sms,
                           proved_by, sent_at, sent_by, sent_by_id, expires_at)
                    values (%s, sha256('x'), 'self', 'full', array['money'], 'anna@example.org', true, false, 'email', now(),
                            'test', 'test', timestamptz '2100-01-01')""".formatted(goes));

            assertThat(clinic.plan(stays, goes).goes().invitations()).isOne();
            clinic.merge(stays, goes);
            assertThat(clinic.texts("select ended_because from __tenant__.invitation"))
                    .containsExactly("revoked");
        });
    }

    @Test
    void whoAgreedToSomethingElseSeesItAnew() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            var seen = clinic.plan(stays, goes).fingerprint();
            clinic.signsInWith(goes, "anna@example.org", "");

            assertThat(merging.merge(stays, goes, new MergeConfirmation(seen, true, "merge"), ADA))
                    .isInstanceOf(Merged.Meanwhile.class);
            var now = clinic.plan(stays, goes).fingerprint();
            assertThat(merging.merge(stays, goes, new MergeConfirmation(now, false, "merge"), ADA))
                    .isInstanceOf(Merged.NotConfirmed.class);
            assertThat(merging.merge(stays, goes, new MergeConfirmation(now, true, "merg"), ADA))
                    .isInstanceOf(Merged.NotConfirmed.class);
            assertThat(patients.find(goes)).isPresent();
            assertThat(merging.merge(stays, goes, new MergeConfirmation(now, true, " Merge "), ADA))
                    .isEqualTo(new Merged.Done());
            assertThat(merging.merge(stays, goes, new MergeConfirmation(now, true, "merge"), ADA))
                    .as("a second click finds it done")
                    .isEqualTo(new Merged.Done());
            assertThat(merging.merge(goes, stays, new MergeConfirmation(now, true, "merge"), ADA))
                    .isEqualTo(new Merged.WentElsewhere(stays));
            assertThat(merging.merge(stays, new PatientId(99), new MergeConfirmation(now, true, "merge"), ADA))
                    .isEqualTo(new Merged.NotThere());
            assertThat(merging.plan(stays, stays)).isEmpty();
        });
    }

    @Test
    void twoStaffWhoMergeBothWaysAtOnceLeaveOneRecord() throws Exception {
        var ids = new ArrayList<PatientId>();
        inNorth(() -> ids.addAll(List.of(clinic.patient("Anna"), clinic.patient("Anna"))));
        var start = new CyclicBarrier(2);
        var answers = new ArrayList<Merged>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Merged>> both = List.of(
                    threads.submit(merges(start, ids.get(0), ids.get(1))),
                    threads.submit(merges(start, ids.get(1), ids.get(0))));
            for (var one : both) {
                answers.add(one.get());
            }
        }
        assertThat(answers)
                .hasAtLeastOneElementOfType(Merged.Done.class)
                .hasAtLeastOneElementOfType(Merged.WentElsewhere.class);
        inNorth(() -> assertThat(clinic.number("select count(*) from __tenant__.patient where not merged"))
                .isOne());
    }

    private Callable<Merged> merges(CyclicBarrier start, PatientId stays, PatientId goes) {
        return () -> CurrentTenant.call(Tenants.north(), () -> {
            var plan = clinic.plan(stays, goes);
            start.await();
            return merging.merge(stays, goes, new MergeConfirmation(plan.fingerprint(), true, plan.word()), ADA);
        });
    }

    @Test
    void whatWentIntoARecordThatGoesIsLedOn() {
        inNorth(() -> {
            var first = clinic.patient("Anna");
            var second = clinic.patient("Anna");
            var third = clinic.patient("Anna");
            clinic.merge(second, first);
            clinic.merge(third, second);

            assertThat(merged.whereWent(first)).contains(third);
            assertThat(merged.into(third)).hasSize(2);
        });
    }

    @Test
    void theLogKnowsItOnBothAndStaysWhereItWasWritten() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.signsInWith(goes, "anna@example.org", "");
            clinic.merge(stays, goes);

            var lines = trail.read(new AuditFilter(null, null, List.of(stays.value()), null, null), Optional.empty())
                    .lines();
            assertThat(lines)
                    .extracting(line -> line.patientId() + " " + line.action().code())
                    .contains(
                            goes + " patient-created",
                            goes + " credential-set",
                            goes + " access-ended",
                            goes + " patient-merged",
                            stays + " access-granted",
                            stays + " patient-took-in");
            assertThat(lines.stream()
                            .filter(line -> line.action().code().equals("patient-merged"))
                            .findFirst()
                            .orElseThrow()
                            .detail())
                    .containsEntry("Before", "Anna Lee, born 1980-03-27, number " + goes)
                    .containsEntry("After", "part of Anna Lee, born 1980-03-27, number " + stays)
                    .containsEntry("Invoices moved", "0")
                    .containsEntry("Appointments moved", "0")
                    .containsEntry("Access moved", "Anna Lee, self, full: bookings, money, clinical");
        });
    }

    @Test
    void theOtherClinicsRecordsOfTheSameNumbersStayTwo() {
        inSouth(() -> {
            clinic.patient("Sora");
            clinic.patient("Sora");
        });
        inNorth(() -> clinic.merge(clinic.patient("Anna"), clinic.patient("Anna")));
        inSouth(() -> assertThat(clinic.number("select count(*) from __tenant__.patient where not merged"))
                .isEqualTo(2));
    }

    @Test
    void theDatabaseKeepsWhatIsInForceFromARecordThatWent() {
        inNorth(() -> {
            var stays = clinic.patient("Anna");
            var goes = clinic.patient("Anna");
            clinic.invoice(goes, "open", 0);
            var merge = """
                    update __tenant__.patient set merged = true, merged_into = %s, merged_into_merged = false, merged_at = now(),
                           merged_by = 'test' where id = %s""".formatted(stays, goes);
            assertThatThrownBy(() -> clinic.run(merge))
                    .as("an invoice")
                    .isInstanceOf(DataIntegrityViolationException.class);
            clinic.merge(stays, goes);
            assertThatThrownBy(() -> clinic.invoice(goes, "open", 0))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThatThrownBy(() -> clinic.gives(goes, "Maria", "parent", "full", "maria@example.org"))
                    .isInstanceOf(DataIntegrityViolationException.class);
        });
    }

    @Test
    void aBackfillKnowsOneRecordWhereThereWereTwo() {
        inNorth(() -> {
            var email = new EmailAddress("anna@example.org");
            var stays = clinic.patient(PatientDetails.of("Anna", "Lee", BORN).reachedBy(email, null));
            var goes = clinic.patient(PatientDetails.of("Anna", "Lee", BORN).reachedBy(email, null));
            clinic.merge(stays, goes);
            backfill.begin(ADA);
            assertThat(clinic.texts("select patients || '' from __tenant__.credential_backfill"))
                    .containsExactly("1");
        });
    }

    private List<String> grants() {
        return clinic.texts("""
                select patient_id || ' ' || relationship || ' ' || level from __tenant__.access_grant
                 where ended_at is null order by relationship""");
    }
}
