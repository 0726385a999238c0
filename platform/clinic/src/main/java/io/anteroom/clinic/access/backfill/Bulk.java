package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.access.backfill.BackfillAudit.Address;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Statements over many records. They are planned each time, for what is there then: a plan that is kept may be of a day
 * when there were three patients, and look at all of them for each. So the values are written into the text, which is why
 * these are numbers and a time, and nothing that anybody typed.
 */
@Component
class Bulk {

    private final JdbcTemplate jdbc;

    Bulk(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives how many rows were changed. */
    int update(String sql, Span span) {
        return jdbc.update(span.in(sql));
    }

    /** The numbers that the statement returns. */
    List<Long> numbers(String sql, Span span) {
        return jdbc.query(span.in(sql), (row, _) -> row.getLong(1));
    }

    /** What the statement returns, as {@code patient_id} and {@code value}. */
    List<Address> addresses(String sql, Span span) {
        return jdbc.query(span.in(sql), (row, _) -> new Address(row.getLong("patient_id"), row.getString("value")));
    }

    /** Numbers as they stand in a statement. */
    static String array(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "cast('{", "}' as bigint[])"));
    }

    /**
     * The lines at hand: those of {@code run} whose patients' numbers are above {@code after}, up to {@code last}. They
     * stand as {@code :run}, {@code :after}, {@code :last} and {@code :now} in the text.
     */
    record Span(BackfillId run, long after, long last, Instant now) {

        private String in(String sql) {
            return sql.replace(":run", run.toString())
                    .replace(":after", Long.toString(after))
                    .replace(":last", Long.toString(last))
                    .replace(":now", "timestamptz '" + now + "'");
        }
    }
}
