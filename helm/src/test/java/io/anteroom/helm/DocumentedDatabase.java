package io.anteroom.helm;

import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.DatabaseLogin;
import io.anteroom.migrations.DatabasePasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database on a server of its own that helm/database.sql made ready, as docs/deploying.md has people do. */
record DocumentedDatabase(PostgresServer server) implements AutoCloseable {

    /** Of those that have one in production, and each its own: who is given another's does not get in. */
    static final DatabasePasswords PASSWORDS = passwords();

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
        String script = script();
        try (Connection superuser = made.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(script);
        }
        return made;
    }

    /** The script as psql makes it of the file: without its own commands, and with the passwords. */
    private static String script() throws IOException {
        String script = Files.readString(Path.of("database.sql"))
                .replaceAll("(?m)^\\\\set .*$", "")
                .replace(":\"DBNAME\"", "\"" + NAME + "\"");
        for (Map.Entry<DatabaseLogin, String> each : PASSWORDS.all().entrySet()) {
            script = script.replace(":'" + file(each.getKey()) + "'", "'" + each.getValue() + "'");
        }
        return script;
    }

    private static DatabasePasswords passwords() {
        Map<DatabaseLogin, String> passwords = new EnumMap<>(DatabaseLogin.class);
        Stream.of(Set.of(DatabaseLogin.OWNER), DatabaseLogin.OF_ROLES, DatabaseLogin.OF_TENANTS)
                .flatMap(Set::stream)
                .forEach(login -> passwords.put(login, "the-password-of-" + file(login)));
        return new DatabasePasswords(passwords);
    }

    /** The name of the file that its password stands in, as in the script. */
    private static String file(DatabaseLogin login) {
        return login.user().replace("anteroom_", "");
    }

    Connection superuser() throws SQLException {
        return server.connect(NAME);
    }

    /** What stands in the place of the example's address and of the logins' secrets. */
    Map<String, String> settings() {
        String url = server.jdbcUrl(NAME);
        Map<String, String> settings = new HashMap<>();
        settings.put("ANTEROOM_TENANCY_URL", url);
        settings.put("ANTEROOM_MIGRATIONS_URL", url);
        settings.put("anteroom-database-owner/password", PASSWORDS.owner());
        DatabaseLogin.OF_ROLES.forEach(
                login -> settings.put("anteroom-database-" + file(login) + "/control", PASSWORDS.of(login)));
        DatabaseLogin.OF_TENANTS.forEach(login -> settings.put(
                "anteroom-database-" + file(login).replace("tenant_", "") + "/tenant", PASSWORDS.of(login)));
        return settings;
    }

    @Override
    public void close() {
        server.close();
    }
}
