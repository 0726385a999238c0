package io.anteroom.clinic.access.backfill;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AccessTest
class BackfillTest {

    private static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");

    @Autowired
    Backfill backfill;

    @Autowired
    BackfillWork work;

    @Autowired
    Planning planning;

    @Autowired
    Running running;

    @Autowired
    OnlineAccess access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatStandsOnOneRecordBecomesItsPatientsUnverifiedCredential() {
        inNorth(() -> {
            patient("Anna", "1980-03-27", "anna@example.org", "+447400123456");
            patient("Bob", "1980-03-27", null, "+447400123457");
            patient("Cat", "1980-03-27", null, null);

            var planned = plan();
            assertThat(planned.of(BackfillOutcome.READY, CredentialChannel.EMAIL))
                    .isEqualTo(1);
            assertThat(planned.of(BackfillOutcome.READY, CredentialChannel.MOBILE))
                    .isEqualTo(2);
            assertThat(planned.patients()).isEqualTo(2);
            assertThat(credentials()).as("looking changes nothing").isEmpty();

            run();
            assertThat(credentials())
                    .containsExactly(
                            "Anna email anna@example.org", "Anna mobile +447400123456", "Bob mobile +447400123457");
            assertThat(texts("select distinct coalesce(verified_at::text, 'unverified') from __tenant__.credential"))
                    .containsExactly("unverified");
            assertThat(texts("select distinct origin || ' ' || listed_as from __tenant__.portal_account order by 1"))
                    .containsExactly("backfill lee anna", "backfill lee bob");
        });
    }

    @Test
    void itGivesWhatStaffGiveByHandInEitherModel() {
        for (var families : List.of(false, true)) {
            inNorth(() -> {
                run("update __tenant__.authentication_settings set one_patient_per_account = " + !families);
                var suffix = families ? "2" : "1";
                var byHand = patient("Hand", "1980-03-27", null, null);
                access.configure(byHand, new WantedCredentials("hand" + suffix + "@example.org", "", true), ROSA);
                patient("Fill", "1980-03-27", "fill" + suffix + "@example.org", null);
                plan();
                run();
                assertThat(texts("""
                                select distinct concat_ws('|', relationship, level, scope, granted_at, granted_by, expires_at,
                                       ended_at, one_patient_per_account, one_account_per_record, limited_from, ends_by_age)
                                  from __tenant__.access_grant""")).hasSize(1);
            });
        }
    }

    @Test
    void whatStandsOnSeveralRecordsIsNobodys() {
        inNorth(() -> {
            for (var child : List.of("Tom", "Lea", "Kim")) {
                patient(child, "2018-05-01", "absent.parent@example.org", null);
            }
            patient("Maria", "1985-05-01", "maria@example.org", "+447400123456");
            patient("Max", "2016-05-01", "maria@example.org", "+447400123457");

            var planned = plan();
            assertThat(planned.of(BackfillOutcome.SHARED)).isEqualTo(5);
            run();
            assertThat(credentials()).containsExactly("Maria mobile +447400123456", "Max mobile +447400123457");
        });
    }

    @Test
    void whatIsTakenOrThereOrUnreadableIsListedAndLeft() {
        inNorth(() -> {
            var anna = patient("Anna", "1980-03-27", "anna@example.org", "+447400123456");
            access.configure(anna, new WantedCredentials("bob@example.org", "", true), ROSA);
            patient("Bob", "1980-03-27", "bob@example.org", "+442079460000");
            patient("Cat", "1980-03-27", "no address", null);

            var planned = plan();
            assertThat(lines(BackfillOutcome.HAS_ONE)).containsExactly("Lee, Anna anna@example.org");
            assertThat(lines(BackfillOutcome.TAKEN)).containsExactly("Lee, Bob bob@example.org");
            assertThat(lines(BackfillOutcome.UNREADABLE))
                    .containsExactly("Lee, Bob +442079460000", "Lee, Cat no address");
            assertThat(planned.of(BackfillOutcome.READY)).isEqualTo(1);
            run();
            assertThat(credentials())
                    .as("the mobile goes to the account that is there")
                    .containsExactly("Anna email bob@example.org", "Anna mobile +447400123456");
            assertThat(number("select count(*) from __tenant__.portal_account")).isEqualTo(1);
        });
    }

    @Test
    void aSecondRunHasNothingToDo() {
        inNorth(() -> {
            patient("Anna", "1980-03-27", "anna@example.org", "+447400123456");
            plan();
            run();
            var again = plan();
            assertThat(again.of(BackfillOutcome.READY)).isZero();
            assertThat(again.of(BackfillOutcome.HAS_ONE)).isEqualTo(2);
            run();
            assertThat(credentials()).hasSize(2);
        });
    }

    @Test
    void whatStaffTookAwayIsNotGivenBack() {
        inNorth(() -> {
            var anna = patient("Anna", "1980-03-27", "anna@example.org", null);
            access.configure(anna, new WantedCredentials("anna@example.org", "", true), ROSA);
            access.remove(anna, CredentialChannel.EMAIL, ROSA);

            assertThat(plan().of(BackfillOutcome.REMOVED)).isEqualTo(1);
            run();
            assertThat(credentials()).isEmpty();
        });
    }

    @Test
    void aRecordThatIsOpenToAnotherAccountIsLeftWhereAClinicLetsOneOnly() {
        inNorth(() -> {
            run("update __tenant__.authentication_settings set one_account_per_record = true");
            var anna = patient("Anna", "1980-03-27", "anna@example.org", null);
            run("insert into __tenant__.portal_account (created_at, holder_name) values (now(), 'Cora Carer')");
            run("""
                    insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by,
                           one_account_per_record)
                    values (1, %d, 'carer', 'full', array['money'], now(), 'test', true)""".formatted(anna.value()));
            patient("Bob", "1980-03-27", "bob@example.org", null);

            assertThat(plan().of(BackfillOutcome.OPEN_TO_ANOTHER)).isEqualTo(1);
            run();
            assertThat(credentials()).containsExactly("Bob email bob@example.org");
        });
    }

    @Test
    void whatHappenedSinceItWasLookedAtCounts() {
        inNorth(() -> {
            var anna = patient("Anna", "1980-03-27", "anna@example.org", null);
            patient("Bob", "1980-03-27", "bob@example.org", null);
            patient("Cat", "1980-03-27", "cat@example.org", null);
            var dan = patient("Dan", "1980-03-27", "dan@example.org", null);
            patient("Eve", "1980-03-27", "eve@example.org", null);
            plan();
            run("update __tenant__.patient set email = 'other@example.org' where id = " + anna);
            patient("Ben", "1980-03-27", "bob@example.org", null);
            var other = patient("Carl", "1980-03-27", null, null);
            access.configure(other, new WantedCredentials("cat@example.org", "", true), ROSA);
            access.configure(dan, new WantedCredentials("dan2@example.org", "", true), ROSA);
            run();

            assertThat(credentials())
                    .containsExactly(
                            "Carl email cat@example.org", "Dan email dan2@example.org", "Eve email eve@example.org");
            assertThat(lines(BackfillOutcome.CHANGED)).containsExactly("Lee, Anna anna@example.org");
            assertThat(lines(BackfillOutcome.SHARED)).containsExactly("Lee, Bob bob@example.org");
            assertThat(lines(BackfillOutcome.TAKEN)).containsExactly("Lee, Cat cat@example.org");
            assertThat(lines(BackfillOutcome.HAS_ONE)).containsExactly("Lee, Dan dan@example.org");
        });
    }

    @Test
    void aWorkerThatDiesLosesAndDoublesNothing() {
        inNorth(() -> {
            many(1_200);
            var id = backfill.begin(ROSA);
            planning.next(id);
            work.handle(id.toString());
            assertThat(backfill.counts(id).of(BackfillOutcome.READY)).isEqualTo(2_400);

            backfill.start(id, ROSA);
            assertThat(running.next(id)).isTrue();
            assertThat(number("select count(*) from __tenant__.credential")).isEqualTo(1_000);
            assertThat(backfill.find(id).orElseThrow().done()).isEqualTo(500);
            work.handle(id.toString());
            work.handle(id.toString());

            assertThatAllAreSetOnce(id, 1_200);
        });
    }

    @Test
    void twoWorkersAtOnceTakeTurns() throws Exception {
        var id = CurrentTenant.call(Tenants.north(), () -> {
            many(1_200);
            return backfill.begin(ROSA);
        });
        atOnce(() -> work.handle(id.toString()));
        inNorth(() -> backfill.start(id, ROSA));
        atOnce(() -> work.handle(id.toString()));
        inNorth(() -> assertThatAllAreSetOnce(id, 1_200));
        inNorth(() -> backfill.undo(id, ROSA));
        atOnce(() -> work.handle(id.toString()));
        inNorth(() -> assertThat(backfill.counts(id).of(BackfillOutcome.UNDONE)).isEqualTo(2_400));
    }

    @Test
    void whatNobodyUsedIsTakenBackAndCanBeSetAgain() {
        inNorth(() -> {
            patient("Anna", "1980-03-27", "anna@example.org", "+447400123456");
            patient("Bob", "1980-03-27", "bob@example.org", "+447400123457");
            var cat = patient("Cat", "1980-03-27", "cat@example.org", null);
            plan();
            var id = run();
            run("""
                    update __tenant__.portal_account set last_signed_in_at = now()
                     where id = (select account_id from __tenant__.credential where value = 'bob@example.org')""");
            access.configure(cat, new WantedCredentials("cat@example.org", "07400 123458", true), ROSA);

            assertThat(backfill.undo(id, ROSA)).isTrue();
            assertThat(backfill.undo(id, ROSA)).isTrue();
            work.handle(id.toString());

            assertThat(credentials())
                    .containsExactly(
                            "Bob email bob@example.org", "Bob mobile +447400123457", "Cat mobile +447400123458");
            assertThat(backfill.counts(id).of(BackfillOutcome.UNDONE)).isEqualTo(3);
            assertThat(backfill.counts(id).of(BackfillOutcome.IN_USE)).isEqualTo(2);
            assertThat(number("select count(*) from __tenant__.portal_account where closed_at is not null"))
                    .isEqualTo(1);
            assertThat(texts("select ended_because from __tenant__.access_grant where ended_at is not null"))
                    .containsExactly("undone");
            assertThat(backfill.find(id).orElseThrow().state()).isEqualTo(BackfillState.UNDONE);

            plan();
            run();
            assertThat(credentials())
                    .hasSize(6)
                    .contains("Anna email anna@example.org", "Anna mobile +447400123456", "Cat email cat@example.org");
        });
    }

    @Test
    void whoMayBelongTogetherIsProposedWhereOneAccountMayOpenSeveralRecords() {
        inNorth(() -> {
            patient("Maria", "1985-05-01", "maria@example.org", "+447400123456");
            patient("Max", "2016-05-01", "maria@example.org", "+447400123456");
            patient("Paul", "1985-05-01", "both@example.org", null);
            patient("Pia", "1986-05-01", "both@example.org", null);
            patient("Pit", "2016-05-01", "both@example.org", null);
            patient("Tom", "2018-05-01", "kids@example.org", null);
            patient("Tim", "2019-05-01", "kids@example.org", null);
            plan();
            assertThat(backfill.families(latest())).isEmpty();

            run("update __tenant__.authentication_settings set one_patient_per_account = false");
            assertThat(backfill.families(latest()))
                    .extracting(FamilyProposal::adultName, FamilyProposal::childName)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("Maria Lee", "Max Lee"));
            assertThat(credentials()).as("nothing is done about it").isEmpty();
        });
    }

    @Test
    void theOtherClinicIsAnother() {
        inSouth(() -> patient("Sora", "1980-03-27", "anna@example.org", null));
        inNorth(() -> {
            patient("Anna", "1980-03-27", "anna@example.org", null);
            assertThat(plan().of(BackfillOutcome.READY)).isEqualTo(1);
            run();
        });
        inSouth(() -> {
            assertThat(credentials()).isEmpty();
            assertThat(backfill.newest()).isEmpty();
            plan();
            run();
            assertThat(credentials()).containsExactly("Sora email anna@example.org");
        });
    }

    @Test
    void theLogSaysWhoHadItDoneAndEachRecordWhatWasSet() {
        inNorth(() -> {
            patient("Anna", "1980-03-27", "anna@example.org", null);
            plan();
            assertThat(number("select count(*) from __tenant__.audit_entry")).isZero();
            var id = run();
            backfill.undo(id, ROSA);
            work.handle(id.toString());
            assertThat(texts("select action || ' ' || coalesce(patient_id::text, '-') || ' ' || actor_name"
                            + " from __tenant__.audit_entry order by id"))
                    .containsExactly(
                            "credential-set 1 Rosa Reception",
                            "credentials-backfilled - Rosa Reception",
                            "credential-removed 1 Rosa Reception",
                            "credentials-backfill-undone - Rosa Reception");
            assertThat(texts("select detail::text from __tenant__.audit_entry where action = 'credentials-backfilled'")
                            .getFirst())
                    .contains("{\"Set\": \"1\"}", "{\"For patients\": \"1\"}");
        });
    }

    @Test
    void oneIsUnderWayAtATime() {
        inNorth(() -> {
            patient("Anna", "1980-03-27", "anna@example.org", null);
            var first = backfill.begin(ROSA);
            assertThat(backfill.begin(ROSA)).isEqualTo(first);
            work.handle(first.toString());
            var second = backfill.begin(ROSA);
            assertThat(backfill.find(first)).as("nobody carried it out").isEmpty();
            assertThat(backfill.start(second, ROSA)).as("it is being planned").isTrue();
            assertThat(backfill.find(second).orElseThrow().state()).isEqualTo(BackfillState.PLANNING);
            work.handle(second.toString());
            backfill.discard(second);
            assertThat(backfill.find(second)).isEmpty();
        });
    }

    private void assertThatAllAreSetOnce(BackfillId id, int patients) {
        assertThat(backfill.counts(id).of(BackfillOutcome.SET)).isEqualTo(2L * patients);
        assertThat(number("select count(*) from __tenant__.credential")).isEqualTo(2L * patients);
        assertThat(number("select count(*) from __tenant__.portal_account")).isEqualTo(patients);
        assertThat(number("select count(distinct patient_id) from __tenant__.access_grant where ended_at is null"))
                .isEqualTo(patients);
        assertThat(number("select count(*) from __tenant__.audit_entry where action = 'credentials-backfilled'"))
                .isEqualTo(1);
        assertThat(number("""
                        select count(*) from __tenant__.credential c join __tenant__.access_grant g on g.account_id = c.account_id
                          join __tenant__.patient p on p.id = g.patient_id and c.value in (p.email, p.mobile)""")).as("each its own patient's").isEqualTo(2L * patients);
    }

    /** Looks through the records, and says what would become of them. */
    private BackfillCounts plan() {
        var id = backfill.begin(ROSA);
        work.handle(id.toString());
        assertThat(backfill.find(id).orElseThrow().state()).isEqualTo(BackfillState.PLANNED);
        return backfill.counts(id);
    }

    /** Carries out what was planned last. */
    private BackfillId run() {
        var id = latest();
        assertThat(backfill.start(id, ROSA)).isTrue();
        assertThat(backfill.start(id, ROSA)).as("asked twice it happens once").isTrue();
        work.handle(id.toString());
        assertThat(backfill.find(id).orElseThrow().state()).isEqualTo(BackfillState.DONE);
        return id;
    }

    private BackfillId latest() {
        return new BackfillId(number("select max(id) from __tenant__.credential_backfill"));
    }

    private List<String> lines(BackfillOutcome outcome) {
        return backfill.lines(latest(), outcome, 50, 0).stream()
                .map(line -> line.listedName() + " " + line.written())
                .toList();
    }

    private List<String> credentials() {
        return texts("""
                select p.given_name || ' ' || c.channel || ' ' || c.value from __tenant__.credential c
                  join __tenant__.access_grant g on g.account_id = c.account_id and g.ended_at is null
                  join __tenant__.patient p on p.id = g.patient_id order by 1""");
    }

    private PatientId patient(String given, String born, @Nullable String email, @Nullable String mobile) {
        return transaction.execute(_ -> jdbc.sql("""
                        insert into __tenant__.patient (version, given_name, family_name, birth_date, email, mobile, family_key,
                               given_key, search, created_at, changed_at, changed_by)
                        values (0, :given, 'Lee', cast(:born as date), :email, :mobile, 'lee', lower(:given), '', now(), now(), 'test')
                        returning id""")
                .param("given", given)
                .param("born", born)
                .param("email", email)
                .param("mobile", mobile)
                .query((row, number) -> new PatientId(row.getLong("id")))
                .single());
    }

    private void many(int patients) {
        run("""
                insert into __tenant__.patient (version, given_name, family_name, birth_date, email, mobile, family_key, given_key,
                       search, created_at, changed_at, changed_by)
                select 0, 'P' || n, 'Lee', date '1980-03-27', 'p' || n || '@example.org', '+447400' || (100000 + n), 'lee', 'p',
                       '', now(), now(), 'test' from generate_series(1, %d) n""".formatted(patients));
    }

    private void run(String statement) {
        transaction.executeWithoutResult(_ -> jdbc.sql(statement).update());
    }

    private long number(String query) {
        return transaction.execute(_ -> jdbc.sql(query).query(Long.class).single());
    }

    private List<String> texts(String query) {
        return transaction.execute(_ -> jdbc.sql(query).query(String.class).list());
    }

    private static void atOnce(Runnable run) throws Exception {
        var start = new CyclicBarrier(2);
        Callable<Boolean> work = () -> {
            start.await();
            CurrentTenant.run(Tenants.north(), run);
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : List.of(threads.submit(work), threads.submit(work))) {
                assertThat(done.get()).isTrue();
            }
        }
    }
}
