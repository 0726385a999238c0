package io.anteroom.controlplane.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.controlplane.ControlStatements;
import io.anteroom.controlplane.operator.SignedInOperators;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.sql.Types;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;

@ControlPlaneTest
class JobsTest {

    private final MockMvc http;
    private final JdbcIndexedSessionRepository sessions;
    private final JdbcClient control;
    private final ControlStatements statements;
    private final TestClock clock;
    private final String north = Tenants.north().id().value();

    private Console console;

    @Autowired
    JobsTest(
            MockMvc http,
            @Qualifier("operatorSessions") JdbcIndexedSessionRepository sessions,
            @Qualifier("control") JdbcClient control,
            ControlStatements statements,
            TestClock clock) {
        this.http = http;
        this.sessions = sessions;
        this.control = control;
        this.statements = statements;
        this.clock = clock;
        this.console = new Console(http, new Cookie("none", ""));
    }

    @BeforeEach
    void signIn() {
        console = new Console(http, SignedInOperators.withRoles(sessions, clock.instant(), "operator"));
    }

    @Test
    void aJobThatWasGivenUpIsShownWithoutWhatItIsAbout() throws Exception {
        given("tenant-work", north, "message", "patient-4711");

        assertThat(console.page("/work"))
                .contains("message", "North Clinic", "java.net.ConnectException")
                .doesNotContain("4711");
    }

    @Test
    void itIsPutBackOnceAndDueAtOnce() throws Exception {
        long job = given("tenant-work", north, "message", "4711");

        var answer = console.send("/work/dead/" + job + "/retry", "SMTP is back");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/work");
        assertThat(waiting(north + ":message:4711")).isEqualTo(1);
        assertThat(console.page("/work")).contains("No job was given up");
        assertThat(console.page("/log"))
                .contains("put back", "SMTP is back", "job " + job + " of kind message of North");
        assertThat(console.open("/work/dead/" + job + "/retry").getStatus()).isEqualTo(303);
    }

    @Test
    void thePlatformsOwnWorkIsPutBackToo() throws Exception {
        long job = given("platform-work", null, "provisioning", "0-1");

        console.send("/work/dead/" + job + "/retry", "Keycloak is back");

        assertThat(waiting("provisioning:0-1")).isEqualTo(1);
    }

    @Test
    void whatIsThrownAwayIsGoneAndInTheLog() throws Exception {
        long job = given("tenant-work", north, "message", "4711");

        console.send("/work/dead/" + job + "/discard", "Sent by hand");

        assertThat(waiting(north + ":message:4711")).isZero();
        assertThat(console.page("/work")).contains("No job was given up");
        assertThat(console.page("/log")).contains("threw away", "Sent by hand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "discard"})
    void eitherNeedsAReason(String act) throws Exception {
        long job = given("tenant-work", north, "message", "4711");

        assertThat(console.send("/work/dead/" + job + "/" + act, " ").getStatus())
                .isEqualTo(422);
        assertThat(console.page("/work")).doesNotContain("No job was given up");
    }

    @Test
    void allThatFailsIsTriedAtOnceButWhatIsPausedWaits() throws Exception {
        failing(north + ":message:1", north, false);
        failing(Tenants.south().id() + ":message:1", Tenants.south().id().value(), true);
        failing("platform-message:2", null, false);

        assertThat(console.page("/work")).contains("platform-message", "North Clinic", "South Clinic");
        console.send("/work/failing/retry", "SMTP is back");

        assertThat(control.sql(
                                "select task_instance from control.scheduled_tasks where execution_time <= :now order by 1")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(north + ":message:1", "platform-message:2");
        assertThat(console.page("/log")).contains("had tried at once", "2 jobs");
    }

    @Test
    void mailOfThePlatformThatDoesNotGoOutIsShown() throws Exception {
        control.sql("""
                        insert into control.platform_message
                            (id, channel, recipient, about_kind, about_ref, content, state, attempts, reason, created_at, state_at)
                        values (gen_random_uuid(), 'email', 'anna@example.net', 'sign-up', '1', '{}', 'failed', 5,
                                'The mailbox is full', now(), now())""").update();

        assertThat(console.page("/work")).contains("anna@example.net", "Given up", "The mailbox is full");
    }

    @Test
    void spareSchemasAreCounted() throws Exception {
        assertThat(console.page("/work")).containsPattern("<dt>Spare schemas</dt><dd class=\"num\">\\d+</dd>");
    }

    @Test
    void thePageCostsFourStatements() throws Exception {
        statements.reset();
        console.page("/work");
        assertThat(statements.ofPages()).hasSize(4);
    }

    private long given(String task, @Nullable String tenant, String kind, String ref) {
        return control.sql("""
                        insert into control.dead_work (task_name, tenant_id, kind, ref, attempts, error, died_at)
                        values (:task, :tenant, :kind, :ref, 20, 'java.net.ConnectException', now()) returning id""")
                .param("task", task)
                .param("tenant", tenant, Types.VARCHAR)
                .param("kind", kind)
                .param("ref", ref)
                .query(Long.class)
                .single();
    }

    private void failing(String instance, @Nullable String tenant, boolean paused) {
        control.sql("""
                        insert into control.scheduled_tasks
                            (task_name, task_instance, execution_time, picked, version, tenant_id, consecutive_failures,
                             last_failure, paused)
                        values (:task, :instance, :now::timestamptz + interval '1 hour', false, 1, :tenant, 3, now(), :paused)""")
                .param("task", tenant == null ? "platform-work" : "tenant-work")
                .param("instance", instance)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tenant", tenant, Types.VARCHAR)
                .param("paused", paused)
                .update();
    }

    private long waiting(String instance) {
        return control.sql("select count(*) from control.scheduled_tasks where task_instance = :instance")
                .param("instance", instance)
                .query(Long.class)
                .single();
    }
}
