package io.anteroom.clinic.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what waits for staff, all kinds in one statement. */
@Component
public class WaitingCounts {

    private final List<WaitingThings> things;
    private final JdbcClient jdbc;

    WaitingCounts(List<WaitingThings> things, JdbcClient jdbc) {
        this.things = List.copyOf(things);
        this.jdbc = jdbc;
    }

    /** How many of each of these kinds there are; kinds that nobody counts are left out. */
    @Transactional(readOnly = true)
    public Map<String, Long> of(Collection<String> kinds) {
        var asked = things.stream().filter(one -> kinds.contains(one.kind())).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        var statement = asked.stream()
                .map(one -> "select '" + one.kind() + "' as kind, (" + one.count() + ") as number")
                .collect(Collectors.joining(" union all "));
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(statement).query(row -> {
            counts.put(row.getString("kind"), row.getLong("number"));
        });
        return Map.copyOf(counts);
    }
}
