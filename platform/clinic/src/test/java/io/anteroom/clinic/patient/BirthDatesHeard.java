package io.anteroom.clinic.patient;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads dates of birth when they are said to have changed, as whoever follows them does. */
@Component
class BirthDatesHeard {

    private final JdbcClient jdbc;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    BirthDatesHeard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void changed(BirthDateChanged change) {
        heard.add(jdbc.sql("select birth_date::text from __tenant__.patient where id = ?")
                .param(change.patient().value())
                .query(String.class)
                .single());
    }

    /** What was read since the last time this was asked. */
    List<String> heard() {
        var all = List.copyOf(heard);
        heard.clear();
        return all;
    }
}
