package io.anteroom.tenancy.data;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.NoTenantException;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A connection of one tenant, from the pool and back. */
final class GuardedConnection extends Guard<Connection> {

    /** SQLSTATEs after which a connection is not kept: a right was missing, or a kept plan no longer fits its table. */
    private static final Set<String> NOT_TO_BE_KEPT = Set.of("42501", "0A000");

    private final Connection connection;
    private final Semaphore share;
    private final SubPool pool;
    private final TenantId tenant;
    private final TenantSql sql;
    private final List<SqlListener> listeners;
    private boolean hasRole;
    private boolean apart;
    private boolean tainted;
    private boolean returned;

    GuardedConnection(SubPool.Taken taken, SubPool pool, TenantId tenant, TenantSql sql, List<SqlListener> listeners) {
        super(Connection.class);
        this.connection = taken.connection();
        this.share = taken.share();
        this.pool = pool;
        this.tenant = tenant;
        this.sql = sql;
        this.listeners = listeners;
    }

    @Override
    Connection target() {
        return connection;
    }

    /** Whether this transaction runs under the tenant's role already. */
    boolean hasRole() {
        return hasRole;
    }

    /** {@code text}, as {@link #translate} gave it, behind what takes the role. */
    String withRole(String text) {
        return apart ? Role.alone(tenant, text) : Role.taking(tenant, text);
    }

    /** Noted once a statement that takes the role has run; one that stands apart gives it back by itself. */
    void tookRole() {
        hasRole = !apart;
        pool.counts().tookRoleAlong();
    }

    /** Takes the role by a round trip of its own, where it cannot ride with a statement. */
    void takeRole() throws SQLException {
        if (!hasRole) {
            checkTenant();
            holdTogether();
            try (Statement statement = connection.createStatement()) {
                statement.execute(Role.taking(tenant));
            } catch (SQLException failure) {
                failed(failure);
                throw failure;
            }
            hasRole = true;
            pool.counts().tookRoleApart();
        }
    }

    /** The SQL to send, if the tenant bound now is the one this connection was taken for. */
    String translate(String text) throws SQLException {
        checkTenant();
        return sql.of(text, tenant);
    }

    void checkTenant() {
        TenantId bound = CurrentTenant.find().map(Tenant::id).orElseThrow(NoTenantException::new);
        if (!bound.equals(tenant)) {
            throw new IllegalStateException("Another tenant was bound while this connection was open");
        }
        TenantDataSource.requireTransaction();
    }

    void executed(String text) {
        for (SqlListener listener : listeners) {
            listener.executed(text);
        }
    }

    @Override
    void refused() {
        pool.counts().refused();
    }

    @Override
    void failed(SQLException failure) {
        tainted |= failure.getSQLState() != null && NOT_TO_BE_KEPT.contains(failure.getSQLState());
        if (apart) {
            try {
                connection.rollback();
            } catch (SQLException gone) {
                failure.addSuppressed(gone);
            }
        }
    }

    @Override
    @Nullable
    Object call(Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "createStatement" -> new GuardedStatement(this, make(method, arguments)).proxy();
            case "prepareStatement" -> new GuardedPreparedStatement(this, method, arguments).proxy();
            case "commit" -> end(method, arguments);
            case "rollback" -> arguments.length == 1 ? pass(method, arguments) : end(method, arguments);
            case "setReadOnly" -> setReadOnly((Boolean) arguments[0]);
            case "setTransactionIsolation" -> isolate(method, arguments);
            case "setSavepoint" -> savepoint(method, arguments);
            case "releaseSavepoint",
                    "isValid",
                    "isReadOnly",
                    "getTransactionIsolation",
                    "getHoldability",
                    "getNetworkTimeout",
                    "getWarnings",
                    "clearWarnings",
                    "beginRequest",
                    "endRequest" -> pass(method, arguments);
            case "getAutoCommit" -> false;
            case "setAutoCommit" -> keepTransactions((Boolean) arguments[0]);
            case "isClosed" -> connection.isClosed();
            case "close" -> close();
            case "getMetaData" -> new GuardedMetaData(connection.getMetaData(), this).proxy();
            case "createArrayOf" -> new GuardedArray((Array) passed(method, arguments)).proxy();
            case "setClientInfo" -> throw new SQLClientInfoException("Refused on a tenant's connection", Map.of());
            default -> throw refused(method);
        };
    }

    private Object passed(Method method, Object[] arguments) throws Throwable {
        Object result = pass(method, arguments);
        if (result == null) {
            throw refused(method);
        }
        return result;
    }

    /** A statement of the driver's, made as {@code method} of Connection says; nothing is sent. */
    Statement make(Method method, Object... arguments) throws Throwable {
        for (Object argument : arguments) {
            if (Integer.valueOf(ResultSet.CONCUR_UPDATABLE).equals(argument)) {
                throw new RefusedSqlException("updatable results");
            }
        }
        return (Statement) passed(method, arguments);
    }

    /** What stood apart has ended already, and the driver sends nothing. */
    private @Nullable Object end(Method method, Object[] arguments) throws Throwable {
        hasRole = false;
        if (apart) {
            connection.rollback();
            return null;
        }
        return pass(method, arguments);
    }

    /**
     * At PostgreSQL's usual isolation each statement sees what was committed when it began, so nothing holds those of a
     * transaction together that only reads. Each is then a transaction of its own, and its end is sent along with it: no
     * round trip is spent on a commit.
     */
    private @Nullable Object setReadOnly(boolean readOnly) throws SQLException {
        connection.setReadOnly(readOnly);
        apart = readOnly;
        return null;
    }

    /** Ends the standing apart: from here on statements share one transaction, until it ends. */
    void holdTogether() {
        apart = false;
    }

    private @Nullable Object isolate(Method method, Object[] arguments) throws Throwable {
        holdTogether();
        return pass(method, arguments);
    }

    /** A role taken after a savepoint would be lost by the return to it. */
    private Savepoint savepoint(Method method, Object[] arguments) throws Throwable {
        takeRole();
        return (Savepoint) passed(method, arguments);
    }

    private static @Nullable Object keepTransactions(boolean autoCommit) throws SQLException {
        if (autoCommit) {
            throw new RefusedSqlException("work without a transaction");
        }
        return null;
    }

    private @Nullable Object close() throws SQLException {
        if (returned) {
            return null;
        }
        returned = true;
        try {
            giveBack();
        } finally {
            share.release();
        }
        return null;
    }

    /** The pool has closed it already where it broke. */
    private void giveBack() throws SQLException {
        if (!connection.isClosed()) {
            if (tainted) {
                pool.discard(connection);
            }
            connection.close();
        }
    }

    /** What the driver knows of itself; nothing that asks the catalog, since that runs unguarded. */
    private static final class GuardedMetaData extends Guard<DatabaseMetaData> {

        private final DatabaseMetaData metaData;
        private final GuardedConnection owner;

        GuardedMetaData(DatabaseMetaData metaData, GuardedConnection owner) {
            super(DatabaseMetaData.class);
            this.metaData = metaData;
            this.owner = owner;
        }

        @Override
        DatabaseMetaData target() {
            return metaData;
        }

        @Override
        @Nullable
        Object call(Method method, Object[] arguments) throws Throwable {
            Class<?> result = method.getReturnType();
            if ("getConnection".equals(method.getName())) {
                return owner.proxy();
            }
            if (result == String.class || result == int.class || result == boolean.class) {
                return pass(method, arguments);
            }
            throw refused(method);
        }
    }
}
