package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static io.anteroom.demo.failure.Eventually.onceStarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.controlplane.organisation.Countries;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.controlplane.provisioning.Progress;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.controlplane.provisioning.ProvisioningStep;
import io.anteroom.controlplane.signup.Organisations;
import io.anteroom.demo.RunningDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.SmartLifecycle;

/**
 * A worker is killed in the middle of each step of provisioning, and another takes up what it left. The worker that dies
 * is a process of its own; the one that takes over is the demo's. Where it dies is held fast in the database: before each
 * step when it is begun and nothing is done, after each when all is done and not yet recorded.
 */
@Timeout(400)
class KilledWorkerTest {

    private static final RunningDemo DEMO = RunningDemo.shared();
    private static final String HELD =
            "select count(*)::text from pg_locks where locktype = 'advisory' and not granted";

    /** One of the moments at which the process dies, each with a sign-up of its own. */
    private record Moment(SignUpId signUp, ProvisioningStep step, String state) {

        static Moment of(ProvisioningStep step, String state) {
            return new Moment(new SignUpId(UUID.randomUUID()), step, state);
        }

        String slug() {
            return "killed-" + step.key() + "-" + state;
        }

        String ownerEmail() {
            return slug() + "@owners.example";
        }

        NewOrganisation organisation() {
            return new NewOrganisation(
                    "Clinic " + slug(),
                    new Slug(slug()),
                    Countries.byCode("GB").orElseThrow(),
                    ZoneId.of("Europe/London"),
                    Currency.getInstance("GBP"),
                    new NewOrganisation.Owner("Mary Miller", new EmailAddress(ownerEmail())));
        }
    }

    private final List<Moment> moments = new ArrayList<>();
    private final SmartLifecycle ourWorker = DEMO.application().getBean("worker", SmartLifecycle.class);

    @BeforeEach
    void everyStepStopsWhereWeWantIt() {
        Sql.run("""
            create schema failure;
            create table failure.moment (sign_up uuid, step text, state text);
            create function failure.hold() returns trigger language plpgsql security definer set search_path = '' as $$
            begin
                if exists (select from failure.moment there where there.sign_up = new.sign_up_id
                           and there.step = new.step and there.state = new.state) then
                    perform pg_catalog.pg_advisory_xact_lock_shared(4711);
                end if;
                return new;
            end $$;
            create trigger hold before update on control.provisioning_step
                for each row execute function failure.hold();
            """);
        for (ProvisioningStep step : ProvisioningStep.values()) {
            moments.add(Moment.of(step, "running"));
            moments.add(Moment.of(step, "done"));
        }
        for (Moment moment : moments) {
            Sql.run("insert into failure.moment values ('%s', '%s', '%s')"
                    .formatted(moment.signUp(), moment.step().key(), moment.state()));
        }
    }

    @AfterEach
    void nothingStopsAnyMore() {
        Sql.run("drop schema failure cascade");
        ourWorker.start();
    }

    @Test
    void whatAWorkerLeftThatWasKilledInAnyStepIsFinishedByAnother() throws SQLException {
        ourWorker.stop();
        try (Connection hand = Sql.connect();
                Statement statement = hand.createStatement();
                ChildProcess worker = ChildProcess.start(
                        DEMO,
                        "killed-worker",
                        Map.of(
                                "anteroom.roles", "worker",
                                "anteroom.work.threads", 3 * moments.size(),
                                "anteroom.work.per-tenant", 3 * moments.size(),
                                "anteroom.tenancy.control-connections", 2 * moments.size()))) {
            statement.execute("select pg_advisory_lock(4711)");
            moments.forEach(moment -> assertThat(DEMO.application()
                            .getBean(Organisations.class)
                            .signUpConfirmed(moment.signUp(), moment.organisation()))
                    .isTrue());
            onceStarted(() -> Sql.texts(HELD).equals(List.of("" + moments.size())));

            worker.kill();
            statement.execute("select pg_advisory_unlock(4711)");
        }
        assertThat(moments)
                .allSatisfy(moment ->
                        assertThat(progress(moment).state()).as(moment.slug()).isEqualTo(Progress.State.RUNNING));

        ourWorker.start();

        for (Moment moment : moments) {
            eventually(() -> progress(moment).state() == Progress.State.DONE);
            isThereOnce(moment);
        }
    }

    private static Progress progress(Moment moment) {
        return DEMO.application()
                .getBean(Provisioning.class)
                .progress(moment.signUp())
                .orElseThrow();
    }

    /** There cannot be two: its alias is the tenant's id, which is unique. */
    private static String organisationAtKeycloak(Moment moment) {
        try {
            return DEMO.keycloak()
                    .realm()
                    .organisationId(DEMO.tenant(moment.slug()).id().value());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void isThereOnce(Moment moment) {
        assertThat(Sql.texts("select state from control.tenant where slug = ?", moment.slug()))
                .containsExactly("ACTIVE");
        assertThat(Sql.texts(
                        "select state from control.tenant_schema where claimed_for = ?", "sign-up " + moment.signUp()))
                .containsExactly("taken");
        assertThat(organisationAtKeycloak(moment)).as(moment.slug()).isNotBlank();
        Guest.atTheFrontPage(DEMO).mailTo(moment.ownerEmail(), Guest.WELCOME);
        assertThat(DEMO.mailbox().messages().stream()
                        .filter(message -> message.to().equals(moment.ownerEmail())))
                .as(moment.slug())
                .hasSize(1);
    }
}
