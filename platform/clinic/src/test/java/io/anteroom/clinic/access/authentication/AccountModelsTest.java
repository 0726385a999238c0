package io.anteroom.clinic.access.authentication;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.authentication.ModelPreview.OpenTo;
import io.anteroom.clinic.access.authentication.ModelPreview.Opens;
import io.anteroom.clinic.access.authentication.ModelPreview.Part;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Giving;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccessTest
class AccountModelsTest {

    private static final ModelChoice ONE_EACH = new ModelChoice(AccountModel.ONE_PATIENT_PER_ACCOUNT, false);
    private static final ModelChoice FAMILIES = new ModelChoice(AccountModel.FAMILY_ACCOUNTS, false);
    private static final ModelChoice FAMILIES_ALONE = new ModelChoice(AccountModel.FAMILY_ACCOUNTS, true);
    private static final GrantTerms PARENT =
            new GrantTerms(Relationship.PARENT, AccessLevel.FULL, AccessScope.all(), null);

    @Autowired
    Clinic clinic;

    @Autowired
    AccountModels models;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    TestClock clock;

    @Test
    void aSwitchHoldsForEveryGrantAtThisClinicAloneAndIsInTheLogWithBeforeAndAfter() {
        inSouth(() -> clinic.patient("Sora", "sora@example.org", ""));
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben");
            assertThat(give(anna, ben, PARENT)).isInstanceOf(Giving.AccountTaken.class);

            assertThat(models.switchTo(FAMILIES, ONE_EACH, ROSA)).isEqualTo(new Switching.Switched());
            assertThat(models.current()).isEqualTo(FAMILIES);
            assertThat(give(anna, ben, PARENT)).isInstanceOf(Giving.Given.class);
            assertThat(clinic.texts("""
                            select actor_name || ': ' || detail::text from __tenant__.audit_entry
                             where action = 'account-model-changed'"""))
                    .containsExactly(
                            "Rosa Reception: [{\"Before\": \"One patient per account\"}, {\"After\": \"Family accounts\"}]");
        });
        inSouth(() -> assertThat(models.current()).isEqualTo(ONE_EACH));
    }

    @Test
    void aModelThatGrantsContradictIsRefusedAndTheAccountsAndRecordsAreListed() {
        inNorth(() -> {
            models.switchTo(FAMILIES, ONE_EACH, ROSA);
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben", "ben@example.org", "");
            give(anna, ben, PARENT);

            var both = new ModelChoice(AccountModel.ONE_PATIENT_PER_ACCOUNT, true);
            var preview = models.preview(both, 1, 1);
            assertThat(preview.contradicted()).isTrue();
            assertThat(preview.accounts()).isEqualTo(2);
            assertThat(preview.patients()).isEqualTo(2);
            assertThat(preview.manyRecords())
                    .isEqualTo(new Part<>(
                            1,
                            1,
                            List.of(new Opens(
                                    "Anna Lee",
                                    List.of(new Holder(anna, "Anna Lee"), new Holder(ben, "Ben Lee")),
                                    2))));
            assertThat(preview.manyAccounts())
                    .isEqualTo(new Part<>(
                            1, 1, List.of(new OpenTo(new Holder(ben, "Ben Lee"), List.of("Anna Lee", "Ben Lee"), 2))));
            for (var wanted : List.of(ONE_EACH, FAMILIES_ALONE, both)) {
                assertThat(models.switchTo(wanted, FAMILIES, ROSA)).isEqualTo(new Switching.Contradicted());
            }
            assertThat(models.current()).isEqualTo(FAMILIES);
            assertThat(clinic.sql("select count(*) from __tenant__.audit_entry where action = 'account-model-changed'"))
                    .as("what was refused is not in the log")
                    .isEqualTo(1);
        });
    }

    @Test
    void theListsArePaged() {
        inNorth(() -> {
            models.switchTo(FAMILIES, ONE_EACH, ROSA);
            clinic.run("insert into __tenant__.portal_account (created_at, holder_name) select now(), 'Cora ' || n from"
                    + " generate_series(1, 60) n");
            var first = clinic.patient("Anna");
            var second = clinic.patient("Ben");
            clinic.run("""
                    insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at,
                           granted_by, one_patient_per_account)
                    select a.id, p.id, 'carer', 'full', array['money'], now(), 'test', false
                      from __tenant__.portal_account a cross join __tenant__.patient p""");

            var preview = models.preview(new ModelChoice(AccountModel.ONE_PATIENT_PER_ACCOUNT, true), 2, 1);
            assertThat(preview.manyRecords().total()).isEqualTo(60);
            assertThat(preview.manyRecords().rows())
                    .hasSize(10)
                    .first()
                    .isEqualTo(new Opens(
                            "Cora 51", List.of(new Holder(first, "Anna Lee"), new Holder(second, "Ben Lee")), 2));
            assertThat(preview.manyAccounts().rows()).hasSize(2).allSatisfy(one -> {
                assertThat(one.total()).isEqualTo(60);
                assertThat(one.accounts()).hasSize(20).startsWith("Cora 1", "Cora 2");
            });

            var pastTheEnd = models.preview(new ModelChoice(AccountModel.ONE_PATIENT_PER_ACCOUNT, true), 3, 2);
            assertThat(pastTheEnd.contradicted()).isTrue();
            assertThat(pastTheEnd.manyRecords().number()).isEqualTo(1);
            assertThat(pastTheEnd.manyRecords().rows()).hasSize(50);
            assertThat(pastTheEnd.manyAccounts().rows()).hasSize(2);
        });
    }

    @Test
    void accessThatRanOutContradictsNothingAndIsEndedByTheSwitch() {
        inNorth(() -> {
            models.switchTo(FAMILIES, ONE_EACH, ROSA);
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var ben = clinic.patient("Ben");
            give(
                    anna,
                    ben,
                    new GrantTerms(
                            Relationship.CARER, AccessLevel.FULL, AccessScope.all(), TestClock.START.plusSeconds(60)));
            assertThat(models.preview(ONE_EACH, 1, 1).contradicted()).isTrue();
            clock.advance(Duration.ofMinutes(1));

            assertThat(models.preview(ONE_EACH, 1, 1).contradicted()).isFalse();
            assertThat(models.switchTo(ONE_EACH, FAMILIES, ROSA)).isEqualTo(new Switching.Switched());
            assertThat(clinic.texts("select ended_because from __tenant__.access_grant where ended_at is not null"))
                    .containsExactly("expired");
        });
    }

    @Test
    void whoSwitchesAfterSomebodyElseIsToldAndTheSameTwiceDoesNothing() {
        inNorth(() -> {
            models.switchTo(FAMILIES, ONE_EACH, ROSA);

            assertThat(models.switchTo(FAMILIES_ALONE, ONE_EACH, ROSA)).isEqualTo(new Switching.Meanwhile());
            assertThat(models.switchTo(FAMILIES, ONE_EACH, ROSA)).isEqualTo(new Switching.NothingNew());
            assertThat(models.current()).isEqualTo(FAMILIES);
        });
    }

    @Test
    void whoGivesAccessWaitsForASwitchThatIsOnItsWayAndIsThenRefused() throws Exception {
        var people = CurrentTenant.call(Tenants.north(), this::family);
        var switched = new CountDownLatch(1);
        var giving = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var switching = threads.submit(() -> CurrentTenant.call(
                    Tenants.north(),
                    () -> clinic.inTransaction(() -> {
                        var answer = models.switchTo(ONE_EACH, FAMILIES, ROSA);
                        switched.countDown();
                        await(giving);
                        return answer;
                    })));
            switched.await();
            var given = threads.submit(() -> CurrentTenant.call(Tenants.north(), () -> {
                giving.countDown();
                return give(people.get(0), people.get(1), PARENT);
            }));

            assertThat(switching.get()).isEqualTo(new Switching.Switched());
            assertThat(given.get()).isEqualTo(new Giving.AccountTaken(new Holder(people.get(0), "Anna Lee")));
        }
    }

    @RepeatedTest(8)
    void ofASwitchAndAGrantThatContradictsItAtTheSameMomentOneIsRefused() throws Exception {
        var people = CurrentTenant.call(Tenants.north(), this::family);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Switching> switching = () -> {
                start.await();
                return CurrentTenant.call(Tenants.north(), () -> models.switchTo(ONE_EACH, FAMILIES, ROSA));
            };
            Callable<Giving> giving = () -> {
                start.await();
                return CurrentTenant.call(Tenants.north(), () -> give(people.get(0), people.get(1), PARENT));
            };
            var switched = threads.submit(switching);
            var given = threads.submit(giving);

            assertThat(switched.get() instanceof Switching.Switched).isNotEqualTo(given.get() instanceof Giving.Given);
            assertThat(switched.get()).isIn(new Switching.Switched(), new Switching.Contradicted());
        }
    }

    private List<PatientId> family() {
        models.switchTo(FAMILIES, ONE_EACH, ROSA);
        return List.of(clinic.patient("Anna", "anna@example.org", ""), clinic.patient("Ben"));
    }

    private Giving give(PatientId holder, PatientId patient, GrantTerms terms) {
        return clinic.inTransaction(() -> grants.give(accounts.of(holder).orElseThrow(), patient, terms, ROSA));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
