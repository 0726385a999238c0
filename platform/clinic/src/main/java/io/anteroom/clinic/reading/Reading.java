package io.anteroom.clinic.reading;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads by itself what otherwise stands beside something else. */
@Component
public class Reading {

    private final JdbcClient jdbc;

    Reading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one thing, if it is there. */
    @Transactional(readOnly = true)
    public <T> Optional<T> one(Beside<T> thing) {
        return jdbc.sql(thing.query())
                .params(thing.params())
                .query(thing.mapper())
                .optional();
    }
}
