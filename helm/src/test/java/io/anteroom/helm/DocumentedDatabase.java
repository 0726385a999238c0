package io.anteroom.helm;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.DatabasePasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database on a server of its own that helm/database.sql made ready, as docs/deploying.md has people do. */
record DocumentedDatabase(PostgresServer server) implements AutoCloseable {

    static final DatabasePasswords PASSWORDS = new DatabasePasswords("of-owner", "of-control", "of-tenant");

    private static final String NAME = "anteroom";

    private static @Nullable DocumentedDatabase shared;

    /** The one of this JVM that the chart's migration has migrated, too. */
    static synchronized DocumentedDatabase migrated() throws SQLException, IOException {
        DocumentedDatabase known = shared;
        if (known == null) {
            known = make();
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
            RunningRole.start("migrate", Chart.render("small").environment("migrate"), known.settings())
                    .close();
            shared = known;
        }
        return known;
    }

    static DocumentedDatabase make() throws SQLException, IOException {
        DocumentedDatabase made = new DocumentedDatabase(PostgresServer.temporary());
        made.server.createDatabase(NAME);
        String script = Files.readString(Path.of("database.sql"))
                .replace(":'owner'", "'" + PASSWORDS.owner() + "'")
                .replace(":'control'", "'" + PASSWORDS.control() + "'")
                .replace(":'tenant'", "'" + PASSWORDS.tenant() + "'")
                .replace(":\"DBNAME\"", "\"" + NAME + "\"");
        try (Connection superuser = made.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(script);
        }
        return made;
    }

    Connection superuser() throws SQLException {
        return server.connect(NAME);
    }

    /** What stands in the place of the example's address and of the logins' secrets. */
    Map<String, String> settings() {
        String url = server.jdbcUrl(NAME);
        return Map.of(
                "ANTEROOM_TENANCY_URL", url,
                "ANTEROOM_MIGRATIONS_URL", url,
                "anteroom-database-owner/password", PASSWORDS.owner(),
                "anteroom-database-control/password", PASSWORDS.control(),
                "anteroom-database-tenant/password", PASSWORDS.tenant());
    }

    @Override
    public void close() {
        server.close();
    }
}
