package io.anteroom.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.anteroom.localservices.postgres.PostgresServer;
import io.anteroom.migrations.ControlMigrator;
import io.anteroom.migrations.DatabasePasswords;
import io.anteroom.migrations.DatabaseRoles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One database in the benchmark's PostgreSQL, made as production's is. */
public final class Database implements AutoCloseable {

    /** The passwords of the three logins. */
    static final DatabasePasswords PASSWORDS = new DatabasePasswords("owner", "control", "tenant");

    private final PostgresServer server;
    private final String name;
    private final HikariDataSource owner;

    private Database(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl(name));
        config.setUsername(DatabaseRoles.OWNER);
        config.setPassword(PASSWORDS.owner());
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        this.owner = new HikariDataSource(config);
    }

    /** A new one, with the three logins and the control schema in it. */
    static Database make(PostgresServer server, String name) throws SQLException {
        server.createDatabase(name);
        try (Connection superuser = server.connect(name)) {
            DatabaseRoles.prepare(superuser, PASSWORDS);
        }
        Database database = new Database(server, name);
        new ControlMigrator(database.owner).migrate();
        return database;
    }

    /** Its JDBC address, with neither user nor password. */
    public String url() {
        return server.jdbcUrl(name);
    }

    /** Pooled connections of the owner of all schemas. */
    public DataSource owner() {
        return owner;
    }

    /** A connection of the owner's that is nobody else's afterwards. Whoever asks closes it. */
    Connection ownersOwn() throws SQLException {
        return DriverManager.getConnection(url(), DatabaseRoles.OWNER, PASSWORDS.owner());
    }

    /** A connection as superuser. */
    public Connection superuser() throws SQLException {
        return server.connect(name);
    }

    /** Has the superuser execute {@code sql}, statement by statement by itself. */
    public void execute(String... sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    @Override
    public void close() {
        owner.close();
    }
}
