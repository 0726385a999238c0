package io.anteroom.clinic.reading;

import java.util.Map;
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
