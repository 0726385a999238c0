package io.anteroom.bench.page;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries that a page made, with their parameters, to be made again without the page. */
final class Recording {

    private final List<Query> queries = new ArrayList<>();

    /** One parameter, as it was set. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parameter(Method setter, Object[] arguments) {}

    private record Query(String sql, List<Parameter> parameters) {}

    /** The statement, and what becomes of it is written down. */
    synchronized PreparedStatement of(String sql, PreparedStatement statement) {
        Query query = new Query(sql, new ArrayList<>());
        queries.add(query);
        return (PreparedStatement) Proxy.newProxyInstance(
                Recording.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("set") && method.getDeclaringClass() == PreparedStatement.class) {
                        query.parameters.add(new Parameter(method, arguments.clone()));
                    }
                    return invoke(method, statement, arguments);
                });
    }

    /** How many there are. */
    int size() {
        return queries.size();
    }

    /** Makes them all, and reads each value of their answers. */
    void replay(Connection connection) throws SQLException {
        for (Query query : queries) {
            try (PreparedStatement statement = connection.prepareStatement(query.sql)) {
                for (Parameter parameter : query.parameters) {
                    invoke(parameter.setter, statement, parameter.arguments);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    readAll(rows);
                }
            }
        }
    }

    private static void readAll(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                rows.getObject(column);
            }
        }
    }

    private static @Nullable Object invoke(Method method, PreparedStatement statement, Object[] arguments)
            throws SQLException {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof SQLException failed) {
                throw failed;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
