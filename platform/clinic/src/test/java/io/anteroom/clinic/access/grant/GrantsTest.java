package io.anteroom.clinic.access.grant;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@AccessTest
@RecordApplicationEvents
class GrantsTest {

    private static final GrantTerms PARENT =
            new GrantTerms(Relationship.PARENT, AccessLevel.FULL, AccessScope.all(), null);
    private static final GrantTerms MONEY_ONLY =
            new GrantTerms(Relationship.CARER, AccessLevel.FULL, EnumSet.of(AccessScope.MONEY), null);

    @Autowired
    Clinic clinic;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    @Test
    void inTheFirstModelAnAccountOpensOneRecordOnly() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben");

            assertThat(give(accountOf(anna), ben, PARENT))
                    .isEqualTo(new Giving.AccountTaken(new Holder(anna, "Anna Lee")));
            assertThatThrownBy(() -> clinic.run("""
                            insert into __tenant__.access_grant
                                   (account_id, patient_id, relationship, level, scope, granted_at, granted_by)
                            values (1, %d, 'parent', 'full', array['money'], now(), 'test')""".formatted(ben.value())))
                    .as("the database refuses it too")
                    .isInstanceOf(DataIntegrityViolationException.class);
        });
    }

    @Test
    void inTheFamilyModelAnAccountOpensSeveralRecordsAndThePersonChoosesForWhomToAct() {
        inNorth(() -> {
            families();
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben");
            assertThat(give(accountOf(anna), ben, PARENT)).isInstanceOf(Giving.Given.class);
            var token = clinic.signIn("anna@example.org");

            var chart = sessions.chart(token).orElseThrow();
            assertThat(chart.patients()).extracting(VisiblePatient::id).containsExactly(anna, ben);
            assertThat(chart.asksForWhom()).isTrue();
            assertThat(chart.listedFor(AccessScope.MONEY)).isEmpty();
            assertThat(chart.openFor(AccessScope.MONEY)).containsExactly(anna, ben);

            assertThat(sessions.actFor(chart, ben)).isTrue();
            var acting = sessions.chart(token).orElseThrow();
            assertThat(acting.asksForWhom()).isFalse();
            assertThat(acting.actingFor().orElseThrow().name()).isEqualTo("Ben Lee");
            assertThat(acting.listedFor(AccessScope.MONEY)).containsExactly(ben);
            assertThat(sessions.actFor(acting, new PatientId(99))).isFalse();
        });
    }

    @Test
    void whoActsForAPatientWhoseAccessEndsActsForTheOneThatIsLeft() {
        inNorth(() -> {
            families();
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben");
            var grant = ((Giving.Given) give(accountOf(anna), ben, PARENT)).grant();
            var token = clinic.signIn("anna@example.org");
            sessions.actFor(sessions.chart(token).orElseThrow(), ben);

            assertThat(end(grant, anna)).as("not that patient's").isFalse();
            assertThat(end(grant, ben)).isTrue();
            assertThat(end(grant, ben)).as("it has ended").isFalse();
            assertThat(sessions.chart(token)
                            .orElseThrow()
                            .actingFor()
                            .orElseThrow()
                            .id())
                    .isEqualTo(anna);
        });
    }

    @Test
    void whereARecordIsOpenToOneAccountASecondIsRefusedByName() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_account_per_record = true");
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var carer =
                    clinic.inTransaction(() -> accounts.open(AccountOrigin.INVITATION, "Cora Carer", TestClock.START));

            assertThat(give(carer, anna, MONEY_ONLY)).isEqualTo(new Giving.RecordTaken("Anna Lee"));
            var ben = clinic.patient("Ben");
            assertThat(give(carer, ben, MONEY_ONLY)).isInstanceOf(Giving.Given.class);
            assertThat(clinic.configure(ben, "ben@example.org", ""))
                    .isEqualTo(new Configured.Refused(List.of(new Configured.Reason.OpenToAnother("Cora Carer"))));
        });
    }

    @Test
    void otherTermsTakeThePlaceOfThoseBeforeAndOnlyMoreIsToldAsMore() {
        inNorth(() -> {
            var anna = clinic.patient("Anna");
            var carer =
                    clinic.inTransaction(() -> accounts.open(AccountOrigin.INVITATION, "Cora Carer", TestClock.START));
            var until = TestClock.START.plus(Duration.ofDays(30));
            var narrow = new GrantTerms(Relationship.CARER, AccessLevel.LIMITED, EnumSet.of(AccessScope.MONEY), until);

            give(carer, anna, narrow);
            give(carer, anna, narrow);
            give(carer, anna, MONEY_ONLY);
            give(carer, anna, narrow);

            assertThat(events.stream(AccessWidened.class))
                    .extracting(AccessWidened::before, AccessWidened::after)
                    .containsExactly(tuple(null, narrow), tuple(narrow, MONEY_ONLY));
            assertThat(clinic.texts("select coalesce(ended_because, '-') from __tenant__.access_grant order by id"))
                    .containsExactly("replaced", "replaced", "-");
        });
    }

    @Test
    void aGrantThatRanOutStandsInNobodysWay() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben");
            var carer =
                    clinic.inTransaction(() -> accounts.open(AccountOrigin.INVITATION, "Cora Carer", TestClock.START));
            give(
                    carer,
                    ben,
                    new GrantTerms(
                            Relationship.CARER, AccessLevel.FULL, AccessScope.all(), TestClock.START.plusSeconds(60)));
            clock.advance(Duration.ofMinutes(1));

            assertThat(give(carer, anna, MONEY_ONLY)).isInstanceOf(Giving.Given.class);
            assertThat(clinic.texts("select ended_because from __tenant__.access_grant where ended_at is not null"))
                    .containsExactly("expired");
        });
    }

    @Test
    void aParentsAccessTurnsLimitedAndEndsByTheChildsAge() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set parents_limited_from = 12, parents_end_at = 16");
            var child = clinic.patient("Cleo");
            clinic.run("update __tenant__.patient set birth_date = '2014-12-01'");
            var parent = clinic.patient("Petra", "petra@example.org", "");
            families();
            give(accountOf(parent), child, PARENT);
            var token = clinic.signIn("petra@example.org");
            assertThat(levelOf(child, token)).isEqualTo(AccessLevel.FULL);

            clinic.run("update __tenant__.access_grant set limited_from = '2026-11-21T09:00:00Z'");
            assertThat(levelOf(child, token)).isEqualTo(AccessLevel.LIMITED);
            clinic.run(
                    "update __tenant__.access_grant set ends_by_age = '2026-11-21T09:00:00Z' where relationship = 'parent'");
            assertThat(sessions.chart(token).orElseThrow().patients())
                    .extracting(VisiblePatient::id)
                    .containsExactly(parent);
        });
    }

    @Test
    void theAgesAreCountedFromTheBirthDateInTheClinicsZone() {
        inSouth(() -> {
            clinic.run("update __tenant__.authentication_settings set parents_limited_from = 12, parents_end_at = 16");
            var child = clinic.patient("Cleo");
            clinic.run("update __tenant__.patient set birth_date = '2016-02-29'");
            var parent =
                    clinic.inTransaction(() -> accounts.open(AccountOrigin.INVITATION, "Petra Lee", TestClock.START));
            give(parent, child, PARENT);

            assertThat(clinic.texts("""
                            select to_char(limited_from at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') || ' '
                                   || to_char(ends_by_age at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI')
                              from __tenant__.access_grant""")).containsExactly("2028-02-29 00:00 2032-02-29 00:00");
        });
    }

    private void families() {
        clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
    }

    private AccessLevel levelOf(PatientId patient, SessionToken token) {
        return sessions.chart(token).orElseThrow().patients().stream()
                .filter(one -> one.id().equals(patient))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private AccountId accountOf(PatientId patient) {
        return clinic.inTransaction(() -> accounts.of(patient)).orElseThrow();
    }

    private Giving give(AccountId account, PatientId patient, GrantTerms terms) {
        return clinic.inTransaction(() -> grants.give(account, patient, terms, ROSA));
    }

    private boolean end(GrantId grant, PatientId patient) {
        return clinic.inTransaction(() -> grants.end(grant, patient, GrantEnd.ENDED_BY_STAFF, ROSA));
    }
}
