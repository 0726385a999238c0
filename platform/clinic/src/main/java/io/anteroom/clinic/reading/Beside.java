package io.anteroom.clinic.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * One thing at most that is read in the statement that reads a list of something else, so that a page of both takes one
 * statement. Its columns and parameters have names of their own, which the list has not.
 *
 * @param query a query of one row at most
 * @param key a column that is never null where there is a row
 * @param params its named parameters
 * @param mapper what becomes of the row
 */
public record Beside<T>(String query, String key, Map<String, @Nullable Object> params, RowMapper<T> mapper) {

    /**
     * Nothing, where a feature is switched off.
     *
     * @param name a column that nothing else has
     */
    public static <T> Beside<T> nothing(String name) {
        return new Beside<>("select cast(null as integer) as " + name + " where false", name, Map.of(), (_, _) -> {
            throw new IllegalStateException("There is no row of nothing");
        });
    }

    /** This and that beside the same list. There is always a row of both. */
    public <U> Beside<Both<T, U>> and(Beside<U> other) {
        Map<String, @Nullable Object> all = new HashMap<>(params);
        all.putAll(other.params);
        return new Beside<>(
                "select true as both_, first_.*, second_.* from (select 1) one_ left join (" + query
                        + ") first_ on true left join (" + other.query + ") second_ on true",
                "both_",
                all,
                (row, number) -> new Both<>(part(row, number), other.part(row, number)));
    }

    private Optional<T> part(ResultSet row, int number) throws SQLException {
        return row.getObject(key) == null ? Optional.empty() : Optional.ofNullable(mapper.mapRow(row, number));
    }

    /**
     * Both in one statement: a row for each of the list, at least one, and this beside each.
     *
     * @param name what the order calls the list
     * @param list a query that names its columns
     * @param order its {@code order by}
     */
    public String with(String name, String list, String order) {
        return "select " + name + ".*, beside.* from (select 1) one left join (" + list + ") " + name
                + " on true left join (" + query
                + ") beside on true" + order;
    }
}
