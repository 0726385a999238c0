package io.anteroom.tenancy.data;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is set on a statement while nobody knows yet which of the driver's it will be: settings, parameters and the rows
 * of a batch. Settings and parameters stay, to be set on each statement that is made for it.
 */
final class KeptCalls {

    private final Guard<PreparedStatement> guard;
    private final List<Call> settings = new ArrayList<>();
    private final Map<Object, Call> parameters = new LinkedHashMap<>();
    private final List<List<Call>> rows = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Call(Method method, Object[] arguments) {}

    /**
     * @param guard through which the calls reach the driver's statement
     */
    KeptCalls(Guard<PreparedStatement> guard) {
        this.guard = guard;
    }

    /** Keeps the call of a setter; a parameter takes the place of what stood at its position before. */
    void keep(Method setter, Object[] arguments) {
        Call call = new Call(setter, arguments);
        if (setter.getDeclaringClass() == PreparedStatement.class) {
            parameters.put(arguments[0], call);
        } else {
            settings.add(call);
        }
    }

    void setOn(PreparedStatement made) throws SQLException {
        repeat(made, settings);
        repeat(made, parameters.values());
    }

    void forgetParameters() {
        parameters.clear();
    }

    /** Keeps the parameters as they are now as a row of the batch. */
    void keepRow() {
        rows.add(List.copyOf(parameters.values()));
    }

    int rows() {
        return rows.size();
    }

    /** Makes the batch's only row the parameters again, for a statement without a batch. */
    void takeOnlyRow() {
        rows.getFirst().forEach(call -> parameters.put(call.arguments()[0], call));
    }

    void addRowsTo(PreparedStatement made) throws SQLException {
        for (List<Call> row : rows) {
            repeat(made, row);
            made.addBatch();
        }
    }

    void forgetRows() {
        rows.clear();
    }

    private void repeat(PreparedStatement made, Iterable<Call> calls) throws SQLException {
        for (Call call : calls) {
            try {
                guard.pass(made, call.method(), call.arguments());
            } catch (SQLException | RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
