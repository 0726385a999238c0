package io.anteroom.controlplane.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anteroom.controlplane.Clinics;
import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.controlplane.identity.FakeIdentityProvider;
import io.anteroom.controlplane.identity.IdentityProvider;
import io.anteroom.controlplane.identity.IdentityProviderException;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.organisation.SlugReservations;
import io.anteroom.controlplane.signup.Organisations;
import io.anteroom.controlplane.welcome.Welcomes;
import io.anteroom.migrations.TenantSchemas;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ControlPlaneTest
class SagaTest {

    @Autowired
    Saga saga;

    @Autowired
    Organisations organisations;

    @Autowired
    Provisioning provisioning;

    @Autowired
    ProvisioningBoard board;

    @Autowired
    FakeIdentityProvider identities;

    @Autowired
    TestClock clock;

    @Autowired
    SimpleMeterRegistry meters;

    @Autowired
    Undertakings undertakings;

    @Autowired
    StepLog log;

    @Autowired
    SlugReservations slugs;

    @Autowired
    TenantSchemas schemas;

    @Autowired
    TenantRegistry registry;

    @Autowired
    Welcomes welcomes;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Autowired
    @Qualifier("controlTransactions")
    PlatformTransactionManager transactions;

    @Test
    void sixStepsMakeATenantThatAnswers() {
        SignUpId id = start("oak-lane");

        assertThat(saga.advance(id)).isEmpty();

        Progress progress = provisioning.progress(id).orElseThrow();
        assertThat(progress.state()).isEqualTo(Progress.State.DONE);
        assertThat(progress.steps()).extracting(StepRecord::step).containsExactly(ProvisioningStep.values());
        assertThat(progress.steps()).extracting(StepRecord::state).containsOnly(StepState.DONE);
        assertThat(progress.steps()).extracting(StepRecord::attempts).containsOnly(1);
        assertThat(stateOf(id)).isEqualTo(TenantState.ACTIVE.name());
        assertThat(identities.ownersOf(tenantOf(id))).containsExactly("user-anna@example.net");
        assertThat(welcomeMails(id)).isEqualTo(1);
        assertThat(board.unfinished(10)).isEmpty();
    }

    @Test
    void aSchemaBuiltBeforeTheLastReleaseIsBroughtUpToDate() {
        SignUpId id = start("oak-lane");
        saga.advance(id);
        String behind =
                "select count(*) from control.tenant_schema where schema_version = 1 and id = '" + tenantOf(id) + "'";
        control.sql("update control.tenant_schema set schema_version = 1 where id = :id")
                .param("id", tenantOf(id).value())
                .update();
        assertThat(count(behind)).isEqualTo(1);

        new MigrateTables(schemas)
                .run(new TransactionTemplate(transactions).execute(transaction -> undertakings.get(id)));

        assertThat(count(behind)).isEqualTo(0);
        assertThat(count("select count(*) from pg_namespace where nspname = '"
                        + tenantOf(id).schema() + "'"))
                .isEqualTo(1);
    }

    /** Kills it at the first moment, at the second, and so on, until a run gets through alive. */
    @Test
    void killedAtAnyMomentItIsTakenUpAndEndsAsIfNothingHadHappened() {
        int moment = 1;
        for (boolean alive = false; !alive; moment++) {
            String slug = "oak-" + moment;
            SignUpId id = start(slug);
            alive = survives(new Fuse(moment), id);

            if (!alive) {
                assertThat(stateOf(id))
                        .as("half a tenant, killed at %d", moment)
                        .isIn("NONE", "PROVISIONING", "ACTIVE");
                assertThat(stateOf(id).equals("ACTIVE"))
                        .as("answers only after its last step, killed at %d", moment)
                        .isEqualTo(welcomeMails(id) == 1);
            }
            assertThat(saga.advance(id)).as("taken up after %d", moment).isEmpty();

            assertThat(provisioning.progress(id).orElseThrow().state())
                    .as("killed at %d", moment)
                    .isEqualTo(Progress.State.DONE);
            assertThat(count("select count(*) from control.tenant where slug = '" + slug + "' and state = 'ACTIVE'"))
                    .isEqualTo(1);
            assertThat(count("select count(*) from control.tenant_schema where claimed_for = 'sign-up " + id + "'"))
                    .isEqualTo(1);
            assertThat(welcomeMails(id)).as("mails, killed at %d", moment).isEqualTo(1);
            assertThat(identities.organisations()).isEqualTo(moment);
            assertThat(identities.ownersOf(tenantOf(id))).hasSize(1);
        }
        assertThat(moment).as("moments tried").isGreaterThan(25);
    }

    @Test
    void stepsAreMeasuredAndSoIsTheWayFromTheSignUpToThePortal() {
        meters.clear();
        SignUpId id = start("oak-lane");
        identities.failWith(new IdentityProviderException("away", null));
        Instant again = saga.advance(id).orElseThrow();
        identities.failWith(null);
        Duration waited = Duration.between(clock.instant(), again);
        clock.set(again);
        saga.advance(id);
        saga.advance(id);

        assertThat(steps(ProvisioningStep.ORGANISATION, "retried")).isEqualTo(1);
        for (ProvisioningStep step : ProvisioningStep.values()) {
            assertThat(steps(step, "done")).isEqualTo(1);
            assertThat(meters.get("anteroom.provisioning.step")
                            .tag("step", step.key())
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
        assertThat(meters.get("anteroom.provisioning.live").timer().count()).isEqualTo(1);
        assertThat(meters.get("anteroom.provisioning.live").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo((double) waited.toMillis());
    }

    private double steps(ProvisioningStep step, String outcome) {
        return meters.get("anteroom.provisioning.steps")
                .tags("step", step.key(), "outcome", outcome)
                .counter()
                .count();
    }

    private boolean survives(Fuse fuse, SignUpId id) {
        try {
            mortalSaga(fuse).advance(id);
            return true;
        } catch (Fuse.Killed killed) {
            return false;
        }
    }

    private Saga mortalSaga(Fuse fuse) {
        var inControl = fuse.in(new TransactionTemplate(transactions));
        IdentityProvider mortal = fuse.in(identities);
        List<Step> steps = List.of(
                new KeepSlug(slugs, inControl, clock),
                new TakeSchema(schemas, registry, undertakings, inControl),
                new MigrateTables(schemas),
                new CreateOrganisation(mortal, undertakings, inControl),
                new AppointOwner(mortal, undertakings, inControl),
                new OpenPortal(registry, welcomes, inControl));
        return new Saga(steps, undertakings, log, inControl, clock, new ProvisioningMetrics(meters, clock));
    }

    @Test
    void twoWorkersAtOnceMakeOneTenant() throws Exception {
        SignUpId id = start("oak-lane");
        try (var workers = Executors.newFixedThreadPool(3)) {
            for (var run : workers.invokeAll(
                    List.of(() -> saga.advance(id), () -> saga.advance(id), () -> saga.advance(id)))) {
                run.get();
            }
        }
        saga.advance(id);
        assertThat(provisioning.progress(id).orElseThrow().state()).isEqualTo(Progress.State.DONE);
        assertThat(count("select count(*) from control.tenant where slug = 'oak-lane'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from control.tenant_schema where claimed_for = 'sign-up " + id + "'"))
                .isEqualTo(1);
        assertThat(welcomeMails(id)).isEqualTo(1);
    }

    @Test
    void whatAnotherWorkerEndsAtThisMomentIsNotBegunAgain() throws Exception {
        SignUpId id = start("oak-lane");
        try (var worker = Executors.newSingleThreadExecutor()) {
            Future<?> other = Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> {
                log.hold(id);
                log.beginNext(id, clock.instant());
                log.done(id, ProvisioningStep.SLUG, clock.instant());
                var second = worker.submit(() -> saga.advance(id));
                await().until(() -> Tenants.superuser()
                        .sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database() and query like '%control.provisioning%')")
                        .query(Boolean.class)
                        .single());
                return second;
            }));
            other.get();
        }

        assertThat(stepOf(id, ProvisioningStep.SLUG).attempts()).isEqualTo(1);
        assertThat(stepOf(id, ProvisioningStep.SLUG).state()).isEqualTo(StepState.DONE);
        assertThat(stepOf(id, ProvisioningStep.SCHEMA).attempts()).isPositive();
    }

    @Test
    void aStepThatFailsIsTriedAgainAfterGrowingPausesAndThenShownAsFailed() {
        SignUpId id = start("oak-lane");
        identities.failWith(new IdentityProviderException("Keycloak is away at 10.0.0.1", null));

        List<Duration> pauses = new ArrayList<>();
        for (Optional<Instant> again = saga.advance(id); again.isPresent(); again = saga.advance(id)) {
            pauses.add(Duration.between(clock.instant(), again.get()));
            assertThat(stepOf(id, ProvisioningStep.ORGANISATION).state()).isEqualTo(StepState.RETRYING);
            clock.set(again.get());
        }

        assertThat(pauses).isSorted().hasSize(RetryPolicy.MOST_ATTEMPTS - 1);
        StepRecord failed = stepOf(id, ProvisioningStep.ORGANISATION);
        assertThat(failed.state()).isEqualTo(StepState.FAILED);
        assertThat(failed.attempts()).isEqualTo(RetryPolicy.MOST_ATTEMPTS);
        assertThat(failed.error()).doesNotContain("10.0.0.1").contains("sign-in service");
        assertThat(provisioning.progress(id).orElseThrow().state()).isEqualTo(Progress.State.FAILED);
        assertThat(stateOf(id)).isEqualTo(TenantState.PROVISIONING.name());
        assertThat(saga.advance(id)).as("given up").isEmpty();
        assertThat(stepOf(id, ProvisioningStep.ORGANISATION).attempts()).isEqualTo(RetryPolicy.MOST_ATTEMPTS);
    }

    @Test
    void aSignInServiceThatIsAwayIsWaitedForAsLongAsItTakes() {
        SignUpId id = start("oak-lane");
        identities.failWith(new IdentityProviderException("Keycloak is away at 10.0.0.1", null, true));
        for (int attempt = 0; attempt < 3 * RetryPolicy.MOST_ATTEMPTS; attempt++) {
            Instant again = saga.advance(id).orElseThrow();
            assertThat(Duration.between(clock.instant(), again))
                    .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
            clock.set(again);
        }
        assertThat(board.unfinished(10)).singleElement().satisfies(entry -> {
            assertThat(entry.step()).isEqualTo(ProvisioningStep.ORGANISATION);
            assertThat(entry.state()).isEqualTo(StepState.RETRYING);
        });

        identities.failWith(null);
        assertThat(saga.advance(id)).isEmpty();

        assertThat(provisioning.progress(id).orElseThrow().state()).isEqualTo(Progress.State.DONE);
        assertThat(identities.ownersOf(tenantOf(id))).hasSize(1);
    }

    @Test
    void operatorsSeeWhatFailedAndItGoesOnWhereItStoodWhenTriedAgain() {
        SignUpId id = start("oak-lane");
        identities.failWith(new IdentityProviderException("away", null));
        for (Optional<Instant> again = saga.advance(id); again.isPresent(); again = saga.advance(id)) {
            clock.set(again.get());
        }
        assertThat(board.failed()).isEqualTo(1);
        assertThat(board.unfinished(10)).singleElement().satisfies(entry -> {
            assertThat(entry.slug()).isEqualTo("oak-lane");
            assertThat(entry.step()).isEqualTo(ProvisioningStep.ORGANISATION);
            assertThat(entry.state()).isEqualTo(StepState.FAILED);
            assertThat(entry.attempts()).isEqualTo(RetryPolicy.MOST_ATTEMPTS);
            assertThat(entry.error()).isNotBlank();
        });

        identities.failWith(null);
        assertThat(provisioning.tryAgain(id)).isTrue();
        assertThat(saga.advance(id)).isEmpty();

        assertThat(provisioning.progress(id).orElseThrow().state()).isEqualTo(Progress.State.DONE);
        assertThat(stepOf(id, ProvisioningStep.SCHEMA).attempts()).isEqualTo(1);
        assertThat(provisioning.tryAgain(id)).as("nothing left to try").isFalse();
    }

    @Test
    void whatWaitsForItsNextTryCanBeTriedAtOnce() {
        SignUpId id = start("oak-lane");
        identities.failWith(new IdentityProviderException("away", null));
        assertThat(saga.advance(id)).isPresent();
        identities.failWith(null);

        assertThat(provisioning.tryAgain(id)).isTrue();
        assertThat(stepOf(id, ProvisioningStep.ORGANISATION).nextAttemptAt()).isNull();

        assertThat(saga.advance(id)).isEmpty();
        assertThat(provisioning.progress(id).orElseThrow().state()).isEqualTo(Progress.State.DONE);
    }

    @Test
    void anAddressThatSomeoneElseHasIsNotTriedAgain() {
        SignUpId id = start("oak-lane");
        control.sql("update control.slug_reservation set sign_up_id = gen_random_uuid()")
                .update();
        assertThat(saga.advance(id)).isEmpty();
        assertThat(stepOf(id, ProvisioningStep.SLUG).state()).isEqualTo(StepState.FAILED);
        assertThat(stepOf(id, ProvisioningStep.SLUG).attempts()).isEqualTo(1);
        assertThat(stateOf(id)).isEqualTo("NONE");
    }

    @Test
    void oneOwnerMayHaveTwoClinics() {
        SignUpId first = start("oak-lane");
        SignUpId second = start("elm-lane");
        saga.advance(first);
        saga.advance(second);
        assertThat(identities.ownersOf(tenantOf(first))).isEqualTo(identities.ownersOf(tenantOf(second)));
        assertThat(tenantOf(first)).isNotEqualTo(tenantOf(second));
    }

    @Test
    void aSlugIsGivenToOneOnly() {
        SignUpId id = start("oak-lane");
        SignUpId other = new SignUpId(UUID.randomUUID());
        assertThat(organisations.signUpConfirmed(other, Clinics.called("oak-lane")))
                .isFalse();
        assertThat(organisations.signUpConfirmed(other, Clinics.called("north")))
                .as("a tenant has it")
                .isFalse();
        saga.advance(id);
        assertThat(organisations.signUpConfirmed(id, Clinics.called("oak-lane")))
                .as("asked again after it was done")
                .isTrue();
        assertThat(count("select count(*) from control.provisioning")).isEqualTo(1);
    }

    @Test
    void startingLeavesOnePointerForTheWorker() {
        SignUpId id = start("oak-lane");
        assertThat(count(
                        "select count(*) from control.scheduled_tasks where task_instance = 'provisioning:" + id + "'"))
                .isEqualTo(1);
    }

    private SignUpId start(String slug) {
        SignUpId id = new SignUpId(UUID.randomUUID());
        assertThat(organisations.signUpConfirmed(id, Clinics.called(slug))).isTrue();
        return id;
    }

    private StepRecord stepOf(SignUpId id, ProvisioningStep step) {
        return provisioning.progress(id).orElseThrow().steps().stream()
                .filter(record -> record.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private TenantId tenantOf(SignUpId id) {
        return new TransactionTemplate(transactions)
                .execute(transaction -> undertakings.get(id).requireTenantId());
    }

    private String stateOf(SignUpId id) {
        return control.sql("""
                        select coalesce((select tenant.state from control.provisioning whole
                                         join control.tenant on tenant.id = whole.tenant_id
                                         where whole.sign_up_id = :id), 'NONE')
                        """).param("id", id.value()).query(String.class).single();
    }

    private long welcomeMails(SignUpId id) {
        return count(
                "select count(*) from control.platform_message where about_kind = 'owner-welcome' and about_ref like '"
                        + id + "/%'");
    }

    private long count(String sql) {
        return control.sql(sql).query(Long.class).single();
    }
}
