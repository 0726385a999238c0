package io.anteroom.server.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A process is ready once it has reached the database. It stays so when the database goes: it then says so itself, in the
 * clinics' look, which is better than what stands in front of it could say.
 */
final class DatabaseSeen implements HealthIndicator {

    private final DataSource control;
    private volatile boolean seen;

    DatabaseSeen(DataSource control) {
        this.control = control;
    }

    @Override
    public Health health() {
        return (seen || see() ? Health.up() : Health.down()).build();
    }

    private boolean see() {
        try (Connection reached = control.getConnection()) {
            seen = !reached.isClosed();
            return seen;
        } catch (SQLException away) {
            return false;
        }
    }
}
