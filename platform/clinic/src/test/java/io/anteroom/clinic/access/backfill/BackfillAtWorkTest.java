package io.anteroom.clinic.access.backfill;

import static io.anteroom.testing.AtOnce.atOnce;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How it is carried out and taken back, whatever stops or comes between. */
@AccessTest
class BackfillAtWorkTest {

    @Autowired
    Clinic clinic;

    @Autowired
    Backfills backfills;

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

    @Test
    void aWorkerThatDiesLosesAndDoublesNothing() {
        inNorth(() -> {
            many(1_200);
            var id = backfill.begin(Clinic.ROSA);
            planning.next(id);
            work.handle(id.toString());
            assertThat(backfill.counts(id).of(BackfillOutcome.READY)).isEqualTo(2_400);

            backfill.start(id, Clinic.ROSA);
            assertThat(running.next(id)).isTrue();
            assertThat(clinic.sql("select count(*) from __tenant__.credential")).isEqualTo(1_000);
            assertThat(backfill.find(id).orElseThrow().done()).isEqualTo(500);
            work.handle(id.toString());
            work.handle(id.toString());

            assertThatAllAreSetOnce(id, 1_200);
        });
    }

    @Test
    void twoWorkersAtOnceTakeTurns() {
        var id = CurrentTenant.call(Tenants.north(), () -> {
            many(1_200);
            return backfill.begin(Clinic.ROSA);
        });
        atOnce(() -> works(id), () -> works(id));
        inNorth(() -> backfill.start(id, Clinic.ROSA));
        atOnce(() -> works(id), () -> works(id));
        inNorth(() -> assertThatAllAreSetOnce(id, 1_200));
        inNorth(() -> backfill.undo(id, Clinic.ROSA));
        atOnce(() -> works(id), () -> works(id));
        inNorth(() -> assertThat(backfill.counts(id).of(BackfillOutcome.UNDONE)).isEqualTo(2_400));
    }

    @Test
    void whatNobodyUsedIsTakenBackAndCanBeSetAgain() {
        inNorth(() -> {
            backfills.patient("Anna", "1980-03-27", "anna@example.org", "+447400123456");
            backfills.patient("Bob", "1980-03-27", "bob@example.org", "+447400123457");
            var cat = backfills.patient("Cat", "1980-03-27", "cat@example.org", null);
            backfills.plan();
            var id = backfills.run();
            clinic.run("""
                    update __tenant__.portal_account set last_signed_in_at = now()
                     where id = (select account_id from __tenant__.credential where value = 'bob@example.org')""");
            access.configure(cat, new WantedCredentials("cat@example.org", "07400 123458", true), Clinic.ROSA);

            assertThat(backfill.undo(id, Clinic.ROSA)).isTrue();
            assertThat(backfill.undo(id, Clinic.ROSA)).isTrue();
            work.handle(id.toString());

            assertThat(backfills.credentials())
                    .containsExactly(
                            "Bob email bob@example.org", "Bob mobile +447400123457", "Cat mobile +447400123458");
            assertThat(backfill.counts(id).of(BackfillOutcome.UNDONE)).isEqualTo(3);
            assertThat(backfill.counts(id).of(BackfillOutcome.IN_USE)).isEqualTo(2);
            assertThat(clinic.sql("select count(*) from __tenant__.portal_account where closed_at is not null"))
                    .isEqualTo(1);
            assertThat(clinic.texts("select ended_because from __tenant__.access_grant where ended_at is not null"))
                    .containsExactly("undone");
            assertThat(backfill.find(id).orElseThrow().state()).isEqualTo(BackfillState.UNDONE);

            backfills.plan();
            backfills.run();
            assertThat(backfills.credentials())
                    .hasSize(6)
                    .contains("Anna email anna@example.org", "Anna mobile +447400123456", "Cat email cat@example.org");
        });
    }

    @Test
    void theLogSaysWhoHadItDoneAndEachRecordWhatWasSet() {
        inNorth(() -> {
            backfills.patient("Anna", "1980-03-27", "anna@example.org", null);
            backfills.plan();
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry"))
                    .isZero();
            var id = backfills.run();
            backfill.undo(id, Clinic.ROSA);
            work.handle(id.toString());
            assertThat(clinic.texts("select action || ' ' || coalesce(patient_id::text, '-') || ' ' || actor_name"
                            + " from __tenant__.audit_entry order by id"))
                    .containsExactly(
                            "credential-set 1 Rosa Reception",
                            "credentials-backfilled - Rosa Reception",
                            "credential-removed 1 Rosa Reception",
                            "credentials-backfill-undone - Rosa Reception");
            assertThat(clinic.texts(
                                    "select detail::text from __tenant__.audit_entry where action = 'credentials-backfilled'")
                            .getFirst())
                    .contains("{\"Set\": \"1\"}", "{\"For patients\": \"1\"}");
        });
    }

    @Test
    void oneIsUnderWayAtATime() {
        inNorth(() -> {
            backfills.patient("Anna", "1980-03-27", "anna@example.org", null);
            var first = backfill.begin(Clinic.ROSA);
            assertThat(backfill.begin(Clinic.ROSA)).isEqualTo(first);
            work.handle(first.toString());
            var second = backfill.begin(Clinic.ROSA);
            assertThat(backfill.find(first)).as("nobody carried it out").isEmpty();
            assertThat(backfill.start(second, Clinic.ROSA))
                    .as("it is being planned")
                    .isTrue();
            assertThat(backfill.find(second).orElseThrow().state()).isEqualTo(BackfillState.PLANNING);
            work.handle(second.toString());
            backfill.discard(second);
            assertThat(backfill.find(second)).isEmpty();
        });
    }

    private void assertThatAllAreSetOnce(BackfillId id, int patients) {
        assertThat(backfill.counts(id).of(BackfillOutcome.SET)).isEqualTo(2L * patients);
        assertThat(clinic.sql("select count(*) from __tenant__.credential")).isEqualTo(2L * patients);
        assertThat(clinic.sql("select count(*) from __tenant__.portal_account")).isEqualTo(patients);
        assertThat(clinic.sql("select count(distinct patient_id) from __tenant__.access_grant where ended_at is null"))
                .isEqualTo(patients);
        assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'credentials-backfilled'"))
                .isEqualTo(1);
        assertThat(clinic.sql("""
                        select count(*) from __tenant__.credential c join __tenant__.access_grant g on g.account_id = c.account_id
                          join __tenant__.patient p on p.id = g.patient_id and c.value in (p.email, p.mobile)""")).as("each its own patient's").isEqualTo(2L * patients);
    }

    private boolean works(BackfillId id) {
        work.handle(id.toString());
        return true;
    }

    private void many(int patients) {
        clinic.run("""
                insert into __tenant__.patient (version, given_name, family_name, birth_date, email, mobile, family_key, given_key,
                       search, created_at, changed_at, changed_by)
                select 0, 'P' || n, 'Lee', date '1980-03-27', 'p' || n || '@example.org', '+447400' || (100000 + n), 'lee', 'p',
                       '', now(), now(), 'test' from generate_series(1, %d) n""".formatted(patients));
    }
}
