package io.anteroom.tenancy.data;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement whose SQL comes with each execution. */
final class GuardedStatement extends Guard<Statement> {

    private final GuardedConnection owner;
    private final Statement statement;

    GuardedStatement(GuardedConnection owner, Statement statement) {
        super(Statement.class);
        this.owner = owner;
        this.statement = statement;
    }

    @Override
    Statement target() {
        return statement;
    }

    @Override
    void refused() {
        owner.refused();
    }

    @Override
    void failed(SQLException failure) {
        owner.failed(failure);
    }

    @Override
    @Nullable
    Object call(Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> execute(method, arguments);
            case "addBatch" -> pass(method, new Object[] {owner.translate((String) arguments[0])});
            case "executeBatch", "executeLargeBatch" -> executeBatch(method, arguments);
            case "getConnection" -> owner.proxy();
            case "getResultSet", "getGeneratedKeys" -> guarded(pass(method, arguments));
            case "setFetchSize" -> {
                owner.holdTogether();
                yield pass(method, arguments);
            }
            case "setCursorName", "setEscapeProcessing" -> throw refused(method);
            default -> pass(method, arguments);
        };
    }

    private @Nullable Object execute(Method method, Object[] arguments) throws Throwable {
        String written = (String) arguments[0];
        String sql = owner.translate(written);
        Object result;
        if (owner.hasRole() || arguments.length > 1) {
            owner.takeRole();
            Object[] translated = arguments.clone();
            translated[0] = sql;
            result = pass(method, translated);
        } else {
            result = WithRole.execute(statement, owner.withRole(sql), method.getName(), this::failed);
            owner.tookRole();
        }
        owner.executed(written);
        return guarded(result);
    }

    private @Nullable Object executeBatch(Method method, Object[] arguments) throws Throwable {
        owner.checkTenant();
        owner.takeRole();
        Object counts = pass(method, arguments);
        owner.executed("batch");
        return counts;
    }

    private @Nullable Object guarded(@Nullable Object result) {
        return result instanceof ResultSet rows ? new GuardedResults(rows, proxy()).proxy() : result;
    }
}
