package io.anteroom.demo.failure;

import static io.anteroom.demo.failure.Eventually.eventually;
import static io.anteroom.demo.failure.Eventually.onceStarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.demo.RunningDemo;
import io.anteroom.localservices.postgres.PostgresOutage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process is started while PostgreSQL is away. It comes up, says so, and begins by itself when it is back. */
@Timeout(300)
class StartWithoutDatabaseTest {

    private static final RunningDemo DEMO = RunningDemo.shared();
    private static final PostgresOutage OUTAGE = DEMO.postgresOutage();

    @AfterEach
    void itIsBack() {
        OUTAGE.end();
        Guest.portalsAnswer(DEMO);
    }

    @Test
    void itStaysAndBeginsWhenTheDatabaseAnswers() throws IOException {
        int port = freePort();
        int management = freePort();
        OUTAGE.begin();
        try (ChildProcess process = ChildProcess.start(
                DEMO,
                "started-without-database",
                Map.of(
                        "anteroom.roles",
                        "signup,operator,staff,portal,worker",
                        "server.port",
                        port,
                        "management.server.port",
                        management))) {
            Guest visitor = Guest.atAnotherProcess(DEMO, "harbour", port);
            onceStarted(() -> visitor.finds("/sign-in").isPresent());
            visitor.opens("/sign-in").saysNotNow("can’t be reached at the moment");
            assertThat(process.isAlive()).isTrue();
            assertThat(process.said()).contains("The database does not answer");
            assertThat(process.isReady(management)).isFalse();

            OUTAGE.end();

            eventually(() -> visitor.opens("/sign-in").status() == 200);
            eventually(() -> process.isReady(management));
            assertThat(process.isAlive()).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
