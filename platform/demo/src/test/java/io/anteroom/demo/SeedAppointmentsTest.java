package io.anteroom.demo;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.SlotQuery;
import io.anteroom.clinic.scheduling.slot.Slots;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.payments.PaymentsConfiguration;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.testing.TenantTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(
        value = {ClinicConfiguration.class, MessagingConfiguration.class, PaymentsConfiguration.class},
        properties = {
            "anteroom.messaging.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.messaging.from-address=hello@anteroom.example",
            "anteroom.access.code-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.payments.secret-key=sk_test_none",
            "anteroom.payments.platform-webhook-secret=none-of-the-platform",
            "anteroom.payments.connect-webhook-secret=none-of-the-clinics",
            // The server's settings are on the path and name a probe that only the server has.
            "management.endpoint.health.validate-group-membership=false"
        })
class SeedAppointmentsTest {

    private static final Actor.Staff OWNER = new Actor.Staff("olivia", "Olivia Hart");
    private static final String ALL = "select count(*) from __tenant__.appointment";

    @Autowired
    ApplicationContext application;

    @Autowired
    Slots slots;

    @Autowired
    Services services;

    @Autowired
    List<WorkHandler> workers;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aClinicHasMonthsOfAppointmentsPastAndToComeAndTheyAreMadeOnce() {
        seed(north(), SeedClinic.HARBOUR);
        long all = number(north(), ALL);
        seed(north(), SeedClinic.HARBOUR);

        assertThat(number(north(), ALL)).isEqualTo(all).isBetween(1_000L, 8_000L);
        assertThat(number(north(), "select count(distinct state) from __tenant__.appointment where starts_at < now()"))
                .as("completed, called off and missed")
                .isGreaterThanOrEqualTo(3);
        assertThat(number(north(), ALL + " where state = 'completed' and starts_at > '" + clock.instant() + "'"))
                .isZero();
        assertThat(number(
                        north(),
                        ALL + " where state in ('booked', 'confirmed') and ends_at < '" + clock.instant() + "'"))
                .isZero();
        assertThat(number(north(), ALL + " where state = 'booked'")).isGreaterThan(50);
        assertThat(number(north(), "select count(distinct practitioner_id) from __tenant__.appointment"))
                .isEqualTo(4);
        assertThat(number(north(), ALL + " where told_start is distinct from starts_at"))
                .as("nobody is told of what is long known")
                .isZero();
        assertThat(number(
                        north(),
                        "select coalesce(max(n), 0) from (select count(*) as n from __tenant__.appointment where account_id is not null"
                                + " and starts_at > '" + clock.instant() + "' group by account_id) as of_each"))
                .as("whoever tries the demo can still book")
                .isLessThanOrEqualTo(2);
        patientsAreRemindedOfWhatIsToCome();
    }

    private void patientsAreRemindedOfWhatIsToCome() {
        CurrentTenant.run(north(), this::plan);

        assertThat(number(north(), "select count(*) from __tenant__.service where email_reminders = '{}'"))
                .isZero();
        assertThat(number(
                        north(),
                        "select count(distinct appointment_id) from __tenant__.appointment_reminder"
                                + " where channel = 'email' and state = 'planned' and due_at > '" + clock.instant()
                                + "'"))
                .isGreaterThan(50);
    }

    /** As the worker does. */
    private void plan() {
        WorkHandler plans = workers.stream()
                .filter(one -> one.kind().equals("appointment-reminder-plans"))
                .findFirst()
                .orElseThrow();
        for (Service one : services.all()) {
            try {
                plans.handle(one.id().toString());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void patientsStillFindFreeTimesAtEitherClinic() {
        seed(north(), SeedClinic.HARBOUR);
        seed(south(), SeedClinic.SAKURA);

        for (var clinic : new Tenant[] {north(), south()}) {
            CurrentTenant.run(clinic, () -> {
                LocalDate today = LocalDate.ofInstant(clock.instant(), clinic.zone());
                for (BookableService service : slots.online()) {
                    assertThat(slots.find(SlotQuery.ofPatient(service.id(), today.plusDays(7), 21))
                                    .orElseThrow()
                                    .times())
                            .as(service.name())
                            .isNotEmpty();
                }
                assertThat(slots.online()).hasSizeGreaterThanOrEqualTo(3);
            });
        }
    }

    private void seed(Tenant clinic, SeedClinic seeded) {
        CurrentTenant.run(clinic, () -> {
            register();
            new SeedAppointments(application, seeded, OWNER).put();
        });
    }

    /** Somebody who was there before, and signs in to the portal. */
    private void register() {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                        insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key, search,
                            created_at, changed_at, changed_by)
                        select 0, 'Anna', 'Bell', '1985-03-14', 'bell', 'anna', '', now(), now(), 'test'
                         where not exists (select from __tenant__.patient)""").update());
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                        with account as (insert into __tenant__.portal_account (created_at)
                                         select now() where not exists (select from __tenant__.portal_account) returning id)
                        insert into __tenant__.access_grant
                            (account_id, patient_id, relationship, level, scope, granted_at, granted_by)
                        select account.id, p.id, 'self', 'full', '{bookings}', now(), 'test'
                          from account, __tenant__.patient p where p.given_name = 'Anna'""").update());
    }

    private long number(Tenant clinic, String query) {
        return Objects.requireNonNull(CurrentTenant.call(
                clinic,
                () -> transaction.execute(_ -> jdbc.sql(query).query(Long.class).single())));
    }
}
