package io.anteroom.clinic.access.family;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.AgesMoved;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A child who turns 12 on 1 March 2027 and 16 four years later, in London. */
@AccessTest
class AgeNoticesTest {

    private static final String KIND = "age-notices";
    private static final LocalDate TWELVE = LocalDate.of(2027, 3, 1);

    @Autowired
    Clinic clinic;

    @Autowired
    OthersAccess access;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    TestClock clock;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Test
    void theChildsContactAndTheParentAreToldSixtyThirtyAndSevenDaysBeforeOnceEach() {
        inNorth(() -> {
            rule("12", "null");
            child("home@example.org");
            give(Relationship.PARENT, null);
            forget();

            for (int days = 70; days > 0; days--) {
                clock.set(noon(TWELVE.minusDays(days)));
                work();
                work();
            }

            assertThat(clinic.texts("""
                    select comes_at at time zone 'Europe/London' || ' ' || change || ' ' || days_before || ' '
                           || (told_at at time zone 'Europe/London')::date
                      from __tenant__.age_notice order by told_at"""))
                    .containsExactly(
                            "2027-03-01 00:00:00 limited 60 2026-12-31",
                            "2027-03-01 00:00:00 limited 30 2027-01-30",
                            "2027-03-01 00:00:00 limited 7 2027-02-22");
            assertThat(recipients())
                    .containsOnly("petra@example.org", "home@example.org")
                    .hasSize(6);
            assertThat(clinic.texts("select content::text from __tenant__.message"))
                    .allSatisfy(mail -> assertThat(mail)
                            .contains("1 March 2027")
                            .doesNotContain("petra@example.org", "home@example.org"));
            assertThat(clinic.sql(
                            "select count(*) from __tenant__.audit_entry where action = 'access-change-foretold'"))
                    .isEqualTo(3);
        });
    }

    @Test
    void theNextIsLookedAtWhenItIsDueAndNotBefore() {
        inNorth(() -> {
            rule("12", "16");
            child("home@example.org");
            give(Relationship.PARENT, null);

            assertThat(due()).containsExactly(at(TWELVE).minusSeconds(60 * 86_400));
        });
    }

    @Test
    void aClinicWithoutARuleHasNothingToLookAtNorHasWhoIsNoParent() {
        inNorth(() -> {
            child("home@example.org");
            give(Relationship.PARENT, null);
            assertThat(due()).isEmpty();
            clinic.run("update __tenant__.access_grant set ended_at = now()");

            rule("12", "16");
            give(Relationship.CARER, null);
            assertThat(due()).isEmpty();
        });
    }

    @Test
    void whoseAccessBeginsLateIsToldAtOnceOfTheNearest() {
        inNorth(() -> {
            rule("12", "16");
            child("home@example.org");
            clock.set(noon(TWELVE.minusDays(20)));
            give(Relationship.PARENT, null);
            assertThat(due()).containsExactly(noon(TWELVE.minusDays(20)));

            work();
            assertThat(clinic.sql("select days_before from __tenant__.age_notice"))
                    .isEqualTo(30);
        });
    }

    @Test
    void anAccessThatEndsBeforeOrIsLimitedAnywayIsNotToldOfALimit() {
        inNorth(() -> {
            rule("12", "null");
            child("home@example.org");
            clock.set(noon(TWELVE.minusDays(20)));
            give(Relationship.PARENT, at(TWELVE.minusDays(1)));
            work();
            assertThat(clinic.sql("select count(*) from __tenant__.age_notice")).isZero();

            access.give(
                    new PatientId(1),
                    new WantedPerson("Petra Lee", "petra@example.org", "", true),
                    new GrantTerms(Relationship.PARENT, AccessLevel.LIMITED, AccessScope.all(), null),
                    ROSA);
            work();
            assertThat(clinic.sql("select count(*) from __tenant__.age_notice")).isZero();
        });
    }

    @Test
    void theEndByAgeIsToldTooAndAChangedRuleIsToldAnew() {
        inNorth(() -> {
            rule("null", "12");
            child("petra@example.org");
            clock.set(noon(TWELVE.minusDays(5)));
            give(Relationship.PARENT, null);
            forget();
            work();
            assertThat(recipients()).as("one mail to one address").containsExactly("petra@example.org");
            assertThat(clinic.texts("select content::text from __tenant__.message"))
                    .allSatisfy(mail -> assertThat(mail).contains("is over"));

            clinic.run("update __tenant__.access_grant set ends_by_age = ends_by_age + interval '1 day'");
            clinic.inTransaction(() -> {
                events.publishEvent(new AgesMoved(List.of()));
                return 0;
            });
            assertThat(due()).isNotEmpty();
            work();
            assertThat(clinic.sql("select count(*) from __tenant__.age_notice")).isEqualTo(2);
        });
    }

    @Test
    void whoHasAMobileAloneIsTexted() {
        inNorth(() -> {
            rule("12", "null");
            child("home@example.org");
            clock.set(noon(TWELVE.minusDays(5)));
            access.give(
                    new PatientId(1),
                    new WantedPerson("Petra Lee", "", "07400 123456", true),
                    new GrantTerms(Relationship.PARENT, AccessLevel.FULL, AccessScope.all(), null),
                    ROSA);
            clinic.run("update __tenant__.patient set email = null, mobile = '+447400123999'");
            forget();
            work();

            assertThat(recipients()).containsExactlyInAnyOrder("+447400123456", "+447400123999");
        });
    }

    private void rule(String limitedFrom, String endsAt) {
        clinic.run("update __tenant__.authentication_settings set parents_limited_from = " + limitedFrom
                + ", parents_end_at = " + endsAt);
    }

    private void child(String contact) {
        clinic.patient("Cleo");
        clinic.run("update __tenant__.patient set birth_date = '2015-03-01', email = '" + contact + "'");
    }

    private void give(Relationship relationship, @Nullable Instant until) {
        access.give(
                new PatientId(1),
                new WantedPerson("Petra Lee", "petra@example.org", "", true),
                new GrantTerms(relationship, AccessLevel.FULL, AccessScope.all(), until),
                ROSA);
    }

    /** The news of the access itself is another test's. */
    private void forget() {
        clinic.run("delete from __tenant__.message");
    }

    private List<String> recipients() {
        return clinic.texts("select recipient from __tenant__.message order by created_at, id");
    }

    private void work() {
        for (var handler : handlers) {
            if (handler.kind().equals(KIND)) {
                try {
                    handler.handle("next");
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private List<Instant> due() {
        return control.sql("select t.execution_time from control.scheduled_tasks t where t::text like '%age-notices%'")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
