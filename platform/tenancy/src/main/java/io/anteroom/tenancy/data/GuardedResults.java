package io.anteroom.tenancy.data;

import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows to be read. Their statement is the guarded one, and a value that would lead to the connection is guarded too. */
final class GuardedResults extends Guard<ResultSet> {

    private static final Set<Class<?>> REFUSED = Set.of(Blob.class, Clob.class, Ref.class, RowId.class, SQLXML.class);

    private static final Set<String> CHANGING =
            Set.of("insertRow", "deleteRow", "refreshRow", "moveToInsertRow", "cancelRowUpdates");

    private final ResultSet results;
    private final Statement statement;

    GuardedResults(ResultSet results, Statement statement) {
        super(ResultSet.class);
        this.results = results;
        this.statement = statement;
    }

    @Override
    ResultSet target() {
        return results;
    }

    @Override
    @Nullable
    Object call(Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if ("getStatement".equals(name)) {
            return statement;
        }
        if (name.startsWith("update") || CHANGING.contains(name)) {
            throw refused(method);
        }
        return guarded(pass(method, arguments));
    }

    private @Nullable Object guarded(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Array array -> new GuardedArray(array).proxy();
            case ResultSet inner -> new GuardedResults(inner, statement).proxy();
            default -> {
                for (Class<?> refused : REFUSED) {
                    if (refused.isInstance(value)) {
                        throw new RefusedSqlException("a value of type " + refused.getSimpleName());
                    }
                }
                yield value;
            }
        };
    }
}
