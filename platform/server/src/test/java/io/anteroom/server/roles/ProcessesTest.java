package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.DatabaseRoles;
import io.anteroom.server.AnteroomApplication;
import io.anteroom.testing.Tenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The application as a process of its own, from its start to its exit code. */
class ProcessesTest {

    private static final String DATABASE = "anteroom_role_migrate";

    /**
     * A process that has ended.
     *
     * @param exit its exit code
     * @param output what it wrote
     */
    private record Ended(int exit, String output) {}

    @Test
    void theRoleMigrateBringsAnEmptyDatabaseUpToDateAndEnds() throws Exception {
        PostgresServer server = PostgresServer.shared();
        server.createDatabase(DATABASE);
        try (Connection superuser = server.connect(DATABASE)) {
            DatabaseRoles.prepare(superuser, Tenants.passwords());
        }

        Ended migrate = run(
                "--anteroom.roles=migrate",
                "--anteroom.migrations.url=" + server.jdbcUrl(DATABASE),
                "--anteroom.migrations.password=owner");

        assertThat(migrate.exit()).as(migrate.output()).isZero();
        assertThat(tenantsIn(server)).isZero();
    }

    @Test
    void aProcessThatNamesNoRoleEndsAndSaysWhatItWants() throws Exception {
        Ended nobody = run();

        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.output())
                .contains("No role is named", "Set anteroom.roles to one or more of: signup")
                .doesNotContain("\tat ");
    }

    private static long tenantsIn(PostgresServer server) throws SQLException {
        try (Connection superuser = server.connect(DATABASE);
                var statement = superuser.createStatement();
                var row = statement.executeQuery("select count(*) from control.tenant")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AnteroomApplication.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ANTEROOM_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
