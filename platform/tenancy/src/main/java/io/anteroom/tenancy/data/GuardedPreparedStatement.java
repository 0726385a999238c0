package io.anteroom.tenancy.data;

import java.lang.reflect.Method;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its SQL given beforehand. It is prepared late: until its first execution nobody knows whether it will
 * be the transaction's first, which carries the change of role. Until then what is set on it is kept.
 */
final class GuardedPreparedStatement extends Guard<PreparedStatement> {

    private final GuardedConnection owner;
    private final Method maker;
    private final Object[] making;
    private final String written;

    private final KeptCalls kept = new KeptCalls(this);

    private @Nullable PreparedStatement statement;
    private @Nullable PipelinedKeys keys;
    private boolean withRole;
    private boolean closed;

    GuardedPreparedStatement(GuardedConnection owner, Method maker, Object[] making) throws SQLException {
        super(PreparedStatement.class);
        this.owner = owner;
        this.maker = maker;
        this.making = making;
        this.written = (String) making[0];
        owner.translate(written);
    }

    @Override
    void refused() {
        owner.refused();
    }

    @Override
    void failed(SQLException failure) {
        owner.failed(failure);
    }

    /** The driver's statement without the change of role in front, made if need be; what was set is set on it. */
    @Override
    PreparedStatement target() throws SQLException {
        PreparedStatement ready = statement;
        if (ready == null || withRole) {
            ready = prepare(owner.translate(written), making);
            withRole = false;
        }
        return ready;
    }

    private PreparedStatement prepare(String sql, Object... given) throws SQLException {
        if (closed) {
            throw new SQLException("The statement is closed", "55000");
        }
        release();
        Object[] arguments = given.clone();
        arguments[0] = sql;
        try {
            PreparedStatement made = (PreparedStatement) owner.make(maker, arguments);
            statement = made;
            kept.setOn(made);
            return made;
        } catch (SQLException | RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void release() throws SQLException {
        PreparedStatement before = statement;
        statement = null;
        keys = null;
        if (before != null) {
            before.close();
        }
    }

    @Override
    @Nullable
    Object call(Method method, Object[] arguments) throws Throwable {
        boolean takesSql = arguments.length > 0 && arguments[0] instanceof String;
        return switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> {
                if (takesSql) {
                    throw refused(method);
                }
                yield execute(method, arguments);
            }
            case "addBatch" -> takesSql ? throwRefused(method) : addBatch(method, arguments);
            case "executeBatch", "executeLargeBatch" -> executeBatch(method, arguments);
            case "clearBatch" -> clearBatch(method, arguments);
            case "clearParameters" -> clearParameters(method, arguments);
            case "getConnection" -> owner.proxy();
            case "getResultSet" -> guarded(current(method, arguments, null));
            case "getGeneratedKeys" -> guarded(keys == null ? pass(method, arguments) : keys.rows());
            case "getMetaData", "getParameterMetaData" -> describe(method, arguments);
            case "close" -> close();
            case "isClosed" -> closed;
            case "getMoreResults" -> current(method, arguments, false);
            case "getUpdateCount" -> current(method, arguments, -1);
            case "getLargeUpdateCount" -> current(method, arguments, -1L);
            case "getWarnings", "clearWarnings", "cancel" -> current(method, arguments, null);
            case "getMaxRows", "getQueryTimeout", "getFetchSize" -> current(method, arguments, 0);
            case "setFetchSize" -> {
                // Rows that come by and by need the transaction they began in.
                owner.holdTogether();
                yield set(method, arguments);
            }
            case "setCursorName", "setEscapeProcessing", "setBlob", "setClob", "setNClob" -> throw refused(method);
            default -> method.getName().startsWith("set") ? set(method, arguments) : pass(method, arguments);
        };
    }

    private static Object throwRefused(Method method) throws SQLException {
        throw refused(method);
    }

    /** Asks the statement as it is, or answers for one that was not yet made. */
    private @Nullable Object current(Method method, Object[] arguments, @Nullable Object otherwise) throws Throwable {
        PreparedStatement now = statement;
        return now == null ? otherwise : pass(now, method, arguments);
    }

    private @Nullable Object set(Method method, Object[] arguments) throws Throwable {
        Object[] plain = arguments.clone();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = GuardedArray.plain(plain[i]);
        }
        kept.keep(method, plain);
        PreparedStatement now = statement;
        return now == null || withRole ? null : pass(now, method, plain);
    }

    private @Nullable Object execute(Method method, Object[] arguments) throws Throwable {
        String sql = owner.translate(written);
        keys = null;
        Object result;
        if (statement == null && !owner.hasRole() && mayCarryTheRole()) {
            result = executeWithRole(sql, method.getName());
        } else {
            owner.takeRole();
            result = pass(method, arguments);
        }
        owner.executed(written);
        return guarded(result);
    }

    /** A statement that asks for all columns of new rows cannot: the driver would give the role's row for them. */
    private boolean mayCarryTheRole() throws SQLException {
        return switch (making.length) {
            case 1 -> true;
            case 2 -> Integer.valueOf(Statement.NO_GENERATED_KEYS).equals(making[1]) || isForNamedKeys();
            default -> true;
        };
    }

    private boolean isForNamedKeys() throws SQLException {
        return making.length == 2 && PipelinedKeys.arePossible(written, making[1]);
    }

    private @Nullable Object executeWithRole(String sql, String method) throws SQLException {
        withRole = true;
        Object result;
        if (isForNamedKeys()) {
            PreparedStatement made = prepareForKeys(sql);
            PipelinedKeys returned = PipelinedKeys.execute(made, this::failed);
            keys = returned;
            result = returned.answer(method);
        } else {
            PreparedStatement made = prepare(owner.withRole(sql), making);
            result = WithRole.execute(made, method, this::failed);
        }
        owner.tookRole();
        return result;
    }

    private PreparedStatement prepareForKeys(String sql) throws SQLException {
        release();
        PreparedStatement made = owner.target()
                .prepareStatement(
                        owner.withRole(sql + PipelinedKeys.returning((String[]) making[1])),
                        ResultSet.TYPE_SCROLL_INSENSITIVE,
                        ResultSet.CONCUR_READ_ONLY);
        statement = made;
        kept.setOn(made);
        return made;
    }

    private @Nullable Object addBatch(Method method, Object[] arguments) throws Throwable {
        if (statement == null || withRole) {
            kept.keepRow();
            return null;
        }
        return pass(method, arguments);
    }

    private @Nullable Object executeBatch(Method method, Object[] arguments) throws Throwable {
        owner.translate(written);
        Object counts;
        if (statement == null && !owner.hasRole() && kept.rows() == 1 && making.length == 1) {
            counts = executeOnlyRow("executeLargeBatch".equals(method.getName()));
        } else {
            owner.takeRole();
            PreparedStatement ready = target();
            kept.addRowsTo(ready);
            counts = pass(method, arguments);
        }
        kept.forgetRows();
        owner.executed(written);
        return counts;
    }

    private Object executeOnlyRow(boolean large) throws SQLException {
        kept.takeOnlyRow();
        try {
            Object count = executeWithRole(owner.translate(written), "executeUpdate");
            int changed = count instanceof Integer number ? number : 0;
            return large ? new long[] {changed} : new int[] {changed};
        } catch (SQLException failure) {
            BatchUpdateException wrapped = new BatchUpdateException(
                    "The batch's only row failed: " + failure.getMessage(),
                    failure.getSQLState(),
                    failure.getErrorCode(),
                    new int[0],
                    failure);
            wrapped.setNextException(failure);
            throw wrapped;
        }
    }

    private @Nullable Object clearBatch(Method method, Object[] arguments) throws Throwable {
        kept.forgetRows();
        return current(method, arguments, null);
    }

    private @Nullable Object clearParameters(Method method, Object[] arguments) throws Throwable {
        kept.forgetParameters();
        return current(method, arguments, null);
    }

    /** Asks the server, which answers only to who may read the table. */
    private @Nullable Object describe(Method method, Object[] arguments) throws Throwable {
        owner.checkTenant();
        PreparedStatement executed = statement;
        if (executed == null || withRole) {
            owner.takeRole();
        }
        return pass(method, arguments);
    }

    private @Nullable Object close() throws SQLException {
        release();
        closed = true;
        return null;
    }

    private @Nullable Object guarded(@Nullable Object result) {
        return result instanceof ResultSet rows ? new GuardedResults(rows, proxy()).proxy() : result;
    }
}
