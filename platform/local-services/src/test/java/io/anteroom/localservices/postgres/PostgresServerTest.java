package io.anteroom.localservices.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @Test
    void theSharedServerIsPostgreSql18AndSpeaksUnicode() throws SQLException {
        assertThat(text(PostgresServer.shared(), "postgres", "show server_version"))
                .startsWith("18");
        assertThat(text(PostgresServer.shared(), "postgres", "select lower('ÉCLAIR')"))
                .isEqualTo("éclair");
    }

    @Test
    void keptDataAreThereAfterARestart(@TempDir Path folder) throws SQLException {
        Path data = folder.resolve("pg");
        try (PostgresServer first = PostgresServer.keeping(data, 0)) {
            first.createDatabase("kept");
            first.createDatabase("kept");
            run(first, "create table note (text text)");
            run(first, "insert into note values ('still here')");
        }
        try (PostgresServer second = PostgresServer.keeping(data, 0)) {
            assertThat(text(second, "kept", "select text from note")).isEqualTo("still here");
        }
    }

    @Test
    void itEndsWhenItsParentIsKilled(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("pg");
        Process parent = starter(data);
        ProcessHandle server = Postmaster.of(data).orElseThrow();

        parent.destroyForcibly().waitFor();

        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(Postmaster.of(data)).isEmpty();
    }

    @Test
    void aServerLeftBehindIsStoppedByTheNextStart(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("pg");
        Process parent = starter(data);
        parent.children().forEach(ProcessHandle::destroyForcibly);
        parent.destroyForcibly().waitFor();
        ProcessHandle abandoned = Postmaster.of(data).orElseThrow();

        try (PostgresServer next = PostgresServer.keeping(data, 0)) {
            assertThat(text(next, "postgres", "show fsync")).isEqualTo("on");
            assertThat(abandoned.isAlive()).isFalse();
        }
    }

    @Test
    void aKilledServerComesBackOnItsPortWithWhatWasCommitted(@TempDir Path folder) throws SQLException {
        try (PostgresServer server = PostgresServer.keeping(folder.resolve("pg"), 0)) {
            server.createDatabase("kept");
            run(server, "create table note (text text)");
            run(server, "insert into note values ('still here')");
            PostgresOutage outage = new PostgresOutage(folder.resolve("pg"));

            outage.begin();
            assertThatThrownBy(() -> server.connect("kept")).isInstanceOf(SQLException.class);
            outage.end();

            assertThat(text(server, "kept", "select text from note")).isEqualTo("still here");
        }
    }

    private static Process starter(Path data) throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        data.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        assertThat(parent.inputReader().readLine()).isEqualTo("started");
        return parent;
    }

    /** A process that starts a server and never ends it. */
    static final class Starter {

        private Starter() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            PostgresServer.keeping(Path.of(arguments[0]), 0);
            System.out.println("started");
            System.in.read();
        }
    }

    private static void run(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect("kept");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(PostgresServer server, String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
