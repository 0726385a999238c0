package io.anteroom.bench.page;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections for the product's SQL without the product's tenancy: nothing is checked, no role is taken, and the marker in
 * front of each table gives way to something fixed.
 */
final class MarkedDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final String MARKER = "__tenant__.";

    private final HikariDataSource pool;
    private final UnaryOperator<String> marked;
    private final boolean readsApart;
    private volatile @Nullable Recording recording;

    /**
     * @param instead what takes the marker's place
     * @param readsApart whether statements of a transaction that only reads are sent without one, as the product does
     */
    MarkedDataSource(HikariDataSource pool, String instead, boolean readsApart) {
        super(pool);
        this.pool = pool;
        this.marked = sql -> sql.replace(MARKER, instead);
        this.readsApart = readsApart;
    }

    /** From now on what is executed is written down there too. */
    void recordIn(Recording started) {
        recording = started;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                MarkedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> call(connection, method, arguments == null ? new Object[0] : arguments));
    }

    private @Nullable Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" -> prepare(connection, method, arguments);
            case "createStatement" -> throw new UnsupportedOperationException("Only prepared statements are measured");
            case "setReadOnly" -> {
                if (readsApart) {
                    connection.setAutoCommit((Boolean) arguments[0]);
                }
                yield pass(connection, method, arguments);
            }
            case "setAutoCommit" -> null;
            case "getAutoCommit" -> false;
            case "commit", "rollback" -> connection.getAutoCommit() ? null : pass(connection, method, arguments);
            default -> pass(connection, method, arguments);
        };
    }

    private @Nullable Object prepare(Connection connection, Method method, Object[] arguments) throws Throwable {
        Object[] rewritten = arguments.clone();
        rewritten[0] = marked.apply((String) arguments[0]);
        Object statement = pass(connection, method, rewritten);
        Recording started = recording;
        return started == null || !(statement instanceof PreparedStatement prepared)
                ? statement
                : started.of((String) rewritten[0], prepared);
    }

    private static @Nullable Object pass(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
