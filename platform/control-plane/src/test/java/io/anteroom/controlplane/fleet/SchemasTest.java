package io.anteroom.controlplane.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.controlplane.ControlPlaneTest;
import io.anteroom.controlplane.operator.SignedInOperators;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;

@ControlPlaneTest
class SchemasTest {

    @Autowired
    private MockMvc http;

    @Autowired
    @Qualifier("operatorSessions")
    private JdbcIndexedSessionRepository sessions;

    @Autowired
    @Qualifier("control")
    private JdbcClient control;

    @Autowired
    private TestClock clock;

    private Console console;

    @BeforeEach
    void signIn() {
        console = new Console(http, SignedInOperators.withRoles(sessions, clock.instant(), "operator"));
    }

    /** The registry outlives a test's data, since the schemas do. */
    @BeforeEach
    @AfterEach
    void nothingFailed() {
        control.sql("update control.tenant_schema set error = null, retry_at = null, attempts = 0")
                .update();
    }

    @Test
    void beforeTheFirstMigrationThereIsNothingToSee() throws Exception {
        assertThat(console.page("/schemas")).contains("No migration was begun yet");
    }

    @Test
    void aMigrationThatIsDoneIsShownSo() throws Exception {
        begun(1);
        control.sql("update control.fleet_migration set passed_at = now(), finished_at = '2026-03-01 10:00Z'")
                .update();
        assertThat(console.page("/schemas"))
                .contains(
                        "Every schema has the newest version", "North Clinic, passed", "1 Mar 2026,<", "10:00:00 UTC<");
    }

    @Test
    void whatFailedComesFirstWithItsReasonAndWhatIsInUseSaysSo() throws Exception {
        begun(900);
        control.sql("update control.tenant_schema set error = 'V900__x.sql: 42701 there already' where id = ?")
                .param(Tenants.south().id().value())
                .update();
        control.sql("update control.tenant_schema set retry_at = now(), attempts = 2 where id = ?")
                .param(Tenants.north().id().value())
                .update();
        assertThat(console.page("/schemas"))
                .contains("V900__x.sql: 42701 there already", "not passed yet", "1 failed")
                .containsSubsequence("South Clinic", "Failed", "North Clinic", "In use, tried again");
    }

    private void begun(int version) {
        control.sql("insert into control.fleet_migration (version, canary, started_at) values (?, ?, now())")
                .params(version, Tenants.north().id().value())
                .update();
    }
}
