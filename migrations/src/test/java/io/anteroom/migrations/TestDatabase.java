package io.anteroom.migrations;

import io.anteroom.localservices.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database of its own for a test class. */
record TestDatabase(String name) {

    static TestDatabase prepared(String name) throws SQLException {
        PostgresServer.shared().createDatabase(name);
        TestDatabase database = new TestDatabase(name);
        try (Connection superuser = database.superuser()) {
            DatabaseRoles.prepare(superuser, new DatabasePasswords("owner", "control", "tenant"));
        }
        return database;
    }

    Connection superuser() throws SQLException {
        return PostgresServer.shared().connect(name);
    }

    DataSource as(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(PostgresServer.shared().jdbcUrl(name));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    DataSource owner() {
        return as(DatabaseRoles.OWNER, "owner");
    }

    void run(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> lines(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
