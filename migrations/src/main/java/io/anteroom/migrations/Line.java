package io.anteroom.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One connection of somebody who migrates, replaced when it breaks. It does not commit by itself. */
final class Line implements AutoCloseable {

    private static final int VALID_WITHIN_SECONDS = 5;

    private final DataSource owner;
    private Connection connection;

    Line(DataSource owner) throws SQLException {
        this.owner = owner;
        this.connection = open(owner);
    }

    private static Connection open(DataSource owner) throws SQLException {
        Connection opened = owner.getConnection();
        opened.setAutoCommit(false);
        return opened;
    }

    Connection connection() {
        return connection;
    }

    FleetRegistry registry(int version) {
        return new FleetRegistry(connection, version);
    }

    void renewIfBroken() throws SQLException {
        if (!connection.isValid(VALID_WITHIN_SECONDS)) {
            connection.close();
            connection = open(owner);
        }
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
