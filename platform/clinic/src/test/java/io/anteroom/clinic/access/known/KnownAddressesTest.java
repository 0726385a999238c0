package io.anteroom.clinic.access.known;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.backfill.Backfill;
import io.anteroom.clinic.access.backfill.BackfillId;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.known.KnownAddressConfiguration;
import io.anteroom.tenancy.known.KnownAddressSettings;
import io.anteroom.tenancy.known.KnownPortals;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which portals know an address: as clinics change their credentials, and as clinics come and go. */
@TenantTest(
        value = KnownAddressesTest.Slice.class,
        properties = {
            "anteroom.access.code-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.known-addresses.key=YWRkcmVzc2VzIG9mIHBhdGllbnRzIGFyZSBub3QgaGVyZQ==",
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.messaging.from-address=clinics@anteroom.example",
            "anteroom.tenancy.control-user=anteroom_worker",
            "anteroom.tenancy.tenant-user=anteroom_tenant_worker"
        })
class KnownAddressesTest {

    private static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");
    private static final String ANNA = "anna@example.org";

    @ComponentScan(
            basePackages = {"io.anteroom.clinic.access", "io.anteroom.clinic.audit", "io.anteroom.clinic.settings"},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Checklist"))
    @Import({MessagingConfiguration.class, KnownAddressConfiguration.class})
    static class Slice {}

    @Autowired
    KnownPortals portals;

    @Autowired
    ListAddresses list;

    @Autowired
    OnlineAccess access;

    @Autowired
    Backfill backfill;

    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    TenantDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void bothPortalsAreOn() {
        Tenants.both().forEach(tenant -> CurrentTenant.run(tenant, () -> switched(true)));
    }

    @Test
    void anAddressLeadsToThePortalsThatKnowItAndToNoOther() {
        inNorth(() -> give(patient("Anna"), ANNA, "+447400123456"));
        assertThat(find(ANNA)).as("not before the worker has seen to it").isEmpty();
        work();
        assertThat(find(ANNA)).containsExactly("north");
        assertThat(find(" ANNA@Example.ORG ")).containsExactly("north");
        assertThat(find("+44 7400 123456")).containsExactly("north");
        assertThat(find("0044 7400 123456")).as("of which country is not known").isEmpty();
        assertThat(find("bob@example.org")).isEmpty();
        assertThat(find("anna+1@example.org")).isEmpty();
        assertThat(find("\u0430nna@example.org")).as("with a Cyrillic letter").isEmpty();
        assertThat(find("neither")).isEmpty();

        inSouth(() -> give(patient("Yui"), ANNA, ""));
        work();
        assertThat(find(ANNA)).containsExactlyInAnyOrder("north", "south");
    }

    @Test
    void whatIsSentGoesToTheFormThatTheClinicHas() {
        inNorth(() -> give(patient("Anna"), ANNA, ""));
        work();
        var found = portals.find("Ａnna@EXAMPLE.org").orElseThrow();
        assertThat(found.address().value()).isEqualTo(ANNA);
        assertThat(found.portals().getFirst().name()).isEqualTo("North Clinic");
    }

    @Test
    void aCredentialThatIsChangedOrRemovedIsNotTold() {
        inNorth(() -> {
            var anna = patient("Anna");
            give(anna, ANNA, "+447400123456");
            work();
            give(anna, "new@example.org", "+447400123456");
            assertThat(find(ANNA)).as("even before the list is up to date").isEmpty();
            work();
            assertThat(listed()).isEqualTo(2);
            assertThat(find("new@example.org")).containsExactly("north");

            access.remove(anna, CredentialChannel.EMAIL, ROSA);
            access.remove(anna, CredentialChannel.MOBILE, ROSA);
            work();
            assertThat(listed()).isZero();
        });
    }

    @Test
    void aClosedAccountIsForgottenAndAnOpenedOneListedAgain() {
        inNorth(() -> {
            give(patient("Anna"), ANNA, "");
            run("update __tenant__.portal_account set closed_at = now()");
            work();
            assertThat(listed()).isZero();
            run("update __tenant__.portal_account set closed_at = null");
            work();
            assertThat(find(ANNA)).containsExactly("north");
        });
    }

    @Test
    void aPortalThatIsOffOrAClinicThatIsSuspendedIsNotTold() {
        Tenants.both().forEach(tenant -> CurrentTenant.run(tenant, () -> give(patient("Anna"), ANNA, "")));
        work();
        inNorth(() -> switched(false));
        assertThat(find(ANNA)).containsExactly("south");

        state(Tenants.south(), "SUSPENDED");
        assertThat(find(ANNA)).isEmpty();
        state(Tenants.south(), "ACTIVE");
        assertThat(find(ANNA)).containsExactly("south");
    }

    @Test
    void aChannelThatTheClinicSendsNoCodesByIsNotTold() {
        inNorth(() -> {
            give(patient("Anna"), ANNA, "+447400123456");
            run("update __tenant__.authentication_settings set email_codes = false");
        });
        work();
        assertThat(find(ANNA)).isEmpty();
        assertThat(find("+447400123456")).containsExactly("north");
    }

    @Test
    void theListOfAClinicEndsWithIt() {
        Tenants.both().forEach(tenant -> CurrentTenant.run(tenant, () -> give(patient("Anna"), ANNA, "")));
        work();
        assertThat(listed()).isEqualTo(2);
        state(Tenants.south(), "DELETED");
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void whatWasMissedIsFoundByTheDaysComparisonAndItComesAgain() {
        inNorth(() -> {
            give(patient("Anna"), ANNA, "");
            give(patient("Bob"), "bob@example.org", "");
            work();
        });
        Tenants.superuser().sql("delete from control.known_address").update();
        Tenants.superuser()
                .sql("insert into control.known_address values (decode(repeat('ab', 32), 'hex'), :tenant)")
                .param("tenant", Tenants.north().id().value())
                .update();
        inSouth(() -> give(patient("Yui"), "yui@example.org", ""));
        work();

        inNorth(() -> list.handle(ListAddresses.ALL));
        assertThat(find(ANNA)).containsExactly("north");
        assertThat(find("bob@example.org")).containsExactly("north");
        assertThat(find("yui@example.org")).as("another clinic's").containsExactly("south");
        assertThat(listed()).as("what nobody has is gone").isEqualTo(3);
        assertThat(pointersOf(Tenants.north(), "all")).hasSize(1);
    }

    @Test
    void manyAtOnceLeaveOnePointerForEachTransactionAndAreTakenBackAlike() {
        inNorth(() -> {
            run("""
                    insert into __tenant__.patient (version, given_name, family_name, birth_date, email, family_key, given_key,
                           search, created_at, changed_at, changed_by)
                    select 0, 'P' || n, 'Lee', date '1980-03-27', 'p' || n || '@example.org', 'lee', 'p', '', now(), now(), 'test'
                      from generate_series(1, 1200) n""");
            var id = backfill.begin(ROSA);
            carryOut(id);
            backfill.start(id, ROSA);
            carryOut(id);
            assertThat(pointers("changed-%")).hasSizeLessThan(5);
            work();
            assertThat(listed()).isEqualTo(1200);
            assertThat(find("p1200@example.org")).containsExactly("north");

            backfill.undo(id, ROSA);
            carryOut(id);
            work();
            assertThat(listed()).isZero();
        });
    }

    @Test
    void aChangeThatIsRolledBackLeavesNothing() {
        inNorth(() -> {
            var anna = patient("Anna");
            transaction.executeWithoutResult(status -> {
                give(anna, ANNA, "");
                status.setRollbackOnly();
            });
            assertThat(pointers("changed-%")).isEmpty();
            assertThat(texts("select value from __tenant__.credential_news")).isEmpty();
        });
    }

    @Test
    void noAddressStandsInTheControlSchema() {
        inNorth(() -> give(patient("Anna"), ANNA, ""));
        work();
        assertThat(Tenants.superuser()
                        .sql("select k::text from control.known_address k")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .doesNotContain("anna", "example")
                .doesNotContain("616e6e61");
    }

    @Test
    void aClinicsRoleCanNeitherReadTheListNorSpeakForAnother() {
        inNorth(() -> {
            assertThatThrownBy(() -> texts("select tenant_id from control.known_address"))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> run("insert into control.known_address values (decode(repeat('ab', 32), 'hex'), '"
                            + Tenants.south().id() + "')"))
                    .isInstanceOf(DataAccessException.class);
        });
    }

    @Test
    void aKeyIsAskedForAndNeverShown() {
        assertThatThrownBy(() -> new KnownAddressSettings("c2hvcnQ="))
                .hasMessageContaining("anteroom.known-addresses.key");
        var key = "YWRkcmVzc2VzIG9mIHBhdGllbnRzIGFyZSBub3QgaGVyZQ==";
        assertThat(new KnownAddressSettings(key).toString()).doesNotContain(key);
    }

    private List<String> find(String typed) {
        return portals.find(typed)
                .map(found ->
                        found.portals().stream().map(KnownPortals.Portal::slug).toList())
                .orElse(List.of());
    }

    /** Does what credentials have left to do, as the worker does. */
    private void work() {
        for (var tenant : Tenants.both()) {
            for (var pointer : pointersOf(tenant, "changed-%")) {
                CurrentTenant.run(tenant, () -> list.handle(pointer.substring(pointer.indexOf("changed-"))));
            }
            Tenants.superuser()
                    .sql(
                            "delete from control.scheduled_tasks where tenant_id = :tenant and task_instance like '%:changed-%'")
                    .param("tenant", tenant.id().value())
                    .update();
        }
    }

    private List<String> pointers(String ref) {
        return pointersOf(CurrentTenant.get(), ref).stream()
                .map(pointer -> pointer.substring(pointer.indexOf(':') + 1))
                .toList();
    }

    private static List<String> pointersOf(Tenant tenant, String ref) {
        return Tenants.superuser()
                .sql(
                        "select task_instance from control.scheduled_tasks where tenant_id = :tenant and task_instance like :ref")
                .param("tenant", tenant.id().value())
                .param("ref", "%:known-addresses:" + ref)
                .query(String.class)
                .list();
    }

    private long listed() {
        return Tenants.superuser()
                .sql("select count(*) from control.known_address")
                .query(Long.class)
                .single();
    }

    private void carryOut(BackfillId id) {
        try {
            for (var handler : handlers) {
                if (handler.kind().equals("credential-backfill")) {
                    handler.handle(id.toString());
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void give(PatientId patient, String email, String mobile) {
        access.configure(patient, new WantedCredentials(email, mobile, true), ROSA);
    }

    private void switched(boolean on) {
        run("insert into __tenant__.portal_settings (switched_on) values (" + on
                + ") on conflict (sole) do update set switched_on = excluded.switched_on");
    }

    private void state(Tenant tenant, String state) {
        Tenants.superuser()
                .sql("update control.tenant set state = :state where id = :id")
                .param("state", state)
                .param("id", tenant.id().value())
                .update();
        directory.missed();
    }

    private PatientId patient(String given) {
        return transaction.execute(_ -> jdbc.sql("""
                        insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key,
                               search, created_at, changed_at, changed_by)
                        values (0, :given, 'Lee', date '1980-03-27', 'lee', lower(:given), '', now(), now(), 'test') returning id""")
                .param("given", given)
                .query((row, number) -> new PatientId(row.getLong("id")))
                .single());
    }

    private void run(String statement) {
        transaction.executeWithoutResult(_ -> jdbc.sql(statement).update());
    }

    private List<String> texts(String query) {
        return transaction.execute(_ -> jdbc.sql(query).query(String.class).list());
    }
}
