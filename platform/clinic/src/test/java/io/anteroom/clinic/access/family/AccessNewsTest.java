package io.anteroom.clinic.access.family;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.AccessWidened;
import io.anteroom.clinic.access.grant.AgesMoved;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.StillHolds;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.testing.StatementCount;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessTest
class AccessNewsTest {

    private static final String PETRA = "petra@example.org";
    private static final GrantTerms ALL =
            new GrantTerms(Relationship.PARENT, AccessLevel.FULL, AccessScope.all(), null);
    private static final GrantTerms MONEY =
            new GrantTerms(Relationship.PARENT, AccessLevel.FULL, EnumSet.of(AccessScope.MONEY), null);

    @Autowired
    Clinic clinic;

    @Autowired
    OthersAccess access;

    @Autowired
    List<StillHolds> stillHold;

    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    StatementCount statements;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Test
    void moreIsToldToThePatientAndLessIsNot() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            clinic.run("update __tenant__.patient set email = 'contact@example.org'");

            var grant = give(anna, MONEY);
            var wider = change(anna, grant, ALL);
            change(anna, wider, MONEY);

            assertThat(recipients()).containsExactly("anna@example.org", "anna@example.org");
            assertThat(clinic.texts("select content::text from __tenant__.message order by created_at, id"))
                    .allSatisfy(mail ->
                            assertThat(mail).contains("Petra Lee", "parent").doesNotContain(PETRA));
        });
    }

    @Test
    void aPatientWithoutAnAccountIsToldAtTheContactAddressAndOneWithoutAnyIsNot() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            var grant = give(cleo, MONEY);
            assertThat(recipients()).isEmpty();

            clinic.run("update __tenant__.patient set email = 'home@example.org'");
            change(cleo, grant, ALL);
            assertThat(recipients()).containsExactly("home@example.org");
        });
    }

    @Test
    void whoCanBeTextedAloneIsTextedHoweverLongTheNames() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            clinic.run("update __tenant__.patient set mobile = '+447400123456', given_name = repeat('x', 100)");
            given(access.give(cleo, new WantedPerson("P".repeat(200), PETRA, "", true), MONEY, ROSA));

            assertThat(recipients()).containsExactly("+447400123456");
            assertThat(clinic.texts("select content::text from __tenant__.message"))
                    .singleElement()
                    .asString()
                    .contains("PPP", "can now see more", "/access")
                    .doesNotContain(PETRA);
        });
    }

    @Test
    void whoseRecordHasAnAddressOfTheOtherPersonIsToldElsewhereIfPossible() {
        inNorth(() -> {
            var cleo = clinic.patient("Cleo");
            clinic.run("update __tenant__.patient set email = '" + PETRA + "', mobile = '+447400123456'");
            give(cleo, MONEY);

            assertThat(recipients()).containsExactly("+447400123456");
        });
    }

    /** Whoever changes the rule waits for one statement, and the worker tells each patient of what holds by then. */
    @Test
    void ofManyRecordsThatARuleOpensEachIsToldByTheWorker() {
        inNorth(() -> {
            clinic.run("update __tenant__.authentication_settings set one_patient_per_account = false");
            var first = child("first@example.org");
            var second = child("second@example.org");
            var ended = child("ended@example.org");
            clinic.run("delete from __tenant__.message");

            statements.reset();
            opened(first, second, ended);
            assertThat(statements.statements())
                    .filteredOn(sql -> sql.contains("work.add"))
                    .hasSize(1);
            assertThat(recipients()).isEmpty();

            clinic.run(
                    "update __tenant__.access_grant set ended_at = now(), ended_by = 'test', ended_because = 'given-up'"
                            + " where patient_id = " + ended);
            waiting().forEach(this::work);
            assertThat(recipients()).containsExactlyInAnyOrder("first@example.org", "second@example.org");
            assertThat(holds()).containsOnly(true);
        });
    }

    @Test
    void aWorkerThatDiedAfterTellingHasTheNextTellNobodyTwiceButOfTheNextChange() {
        inNorth(() -> {
            var first = child("first@example.org");
            clinic.run("delete from __tenant__.message");

            opened(first);
            waiting().forEach(this::work);
            waiting().forEach(this::work);
            assertThat(recipients()).containsExactly("first@example.org");

            opened(first);
            waiting().forEach(this::work);
            assertThat(recipients()).hasSize(2);
        });
    }

    @Test
    void theOwnAccessOfAPatientIsNoNews() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            assertThat(recipients()).isEmpty();
        });
    }

    @Test
    void newsOfAnAccessThatHasEndedIsNotSent() {
        inNorth(() -> {
            var anna = clinic.patient("Anna", "anna@example.org", "");
            var grant = give(anna, MONEY);
            change(anna, grant, ALL);
            assertThat(holds()).containsOnly(true);

            clinic.run(
                    "update __tenant__.access_grant set ended_at = now() where relationship = 'parent' and ended_at is null");
            assertThat(holds()).containsOnly(false);
        });
    }

    private PatientId child(String contact) {
        var child = clinic.patient("Cleo");
        clinic.run("update __tenant__.patient set email = '" + contact + "' where id = " + child);
        give(child, ALL);
        return child;
    }

    private void opened(PatientId... children) {
        clinic.inTransaction(() -> {
            events.publishEvent(new AgesMoved(Stream.of(children)
                    .map(child -> new AccessWidened(child, new AccountId(1), null, ALL, ROSA))
                    .toList()));
            return true;
        });
    }

    private List<String> waiting() {
        return control.sql("""
                        select substring(task_instance from 'access-news:(.*)$') from control.scheduled_tasks
                         where task_instance like '%access-news:%' order by task_instance""").query(String.class).list();
    }

    private void work(String ref) {
        for (var handler : handlers) {
            if (handler.kind().equals("access-news")) {
                try {
                    handler.handle(ref);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private List<Boolean> holds() {
        return clinic.texts("select about_kind || ' ' || about_ref from __tenant__.message").stream()
                .map(about -> about.split(" "))
                .map(about -> clinic.inTransaction(() -> stillHold.stream()
                        .filter(kind -> kind.kind().equals(about[0]))
                        .findFirst()
                        .orElseThrow()
                        .holds(about[1])))
                .toList();
    }

    private List<String> recipients() {
        return clinic.texts("select recipient from __tenant__.message order by created_at, id");
    }

    private GrantId give(PatientId patient, GrantTerms terms) {
        return given(access.give(patient, new WantedPerson("Petra Lee", PETRA, "", true), terms, ROSA));
    }

    private GrantId change(PatientId patient, GrantId grant, GrantTerms terms) {
        return given(access.change(patient, grant, terms, ROSA));
    }

    private static GrantId given(GivenAccess answer) {
        assertThat(answer).isInstanceOf(GivenAccess.Given.class);
        return ((GivenAccess.Given) answer).grant();
    }
}
