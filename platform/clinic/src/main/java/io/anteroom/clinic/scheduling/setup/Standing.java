package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.access.SqlTimes;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What locations, practitioners and services have in common: a name, a place in their list, a version, open or closed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Standing {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Standing(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which of them. The table's name is the subject's in the audit log too. */
    enum Kind {
        LOCATION("location", AuditAction.LOCATION_ENDED, AuditAction.LOCATION_CHANGED),
        PRACTITIONER("practitioner", AuditAction.PRACTITIONER_ENDED, AuditAction.PRACTITIONER_CHANGED),
        SERVICE("service", AuditAction.SERVICE_ENDED, AuditAction.SERVICE_CHANGED);

        private final String table;
        private final AuditAction ending;
        private final AuditAction change;

        Kind(String table, AuditAction ending, AuditAction change) {
            this.table = table;
            this.ending = ending;
            this.change = change;
        }

        String table() {
            return table;
        }
    }

    /** What they have in common. */
    record Row(String name, boolean open) {}

    /**
     * Lets nobody else change the set-up until the transaction ends, so that no two take one name. Reading goes on, and so does
     * booking.
     */
    void take() {
        jdbc.sql("insert into __tenant__.booking_settings (sole) values (true) on conflict (sole) do nothing")
                .update();
        jdbc.sql("select sole from __tenant__.booking_settings for no key update")
                .query(Boolean.class)
                .single();
    }

    Optional<Row> find(Kind kind, long id) {
        return jdbc.sql("select name, ended_at is null as open from __tenant__." + kind.table + " where id = ?")
                .param(id)
                .query((row, _) -> new Row(row.getString("name"), row.getBoolean("open")))
                .optional();
    }

    /** Whether an open one besides {@code except} has that name, in any case of its letters. */
    boolean named(Kind kind, String name, long except) {
        return jdbc.sql("select exists (select 1 from __tenant__." + kind.table
                        + " where lower(name) = lower(?) and ended_at is null and id <> ?)")
                .params(name, except)
                .query(Boolean.class)
                .single();
    }

    /** The place behind all others. */
    int last(Kind kind) {
        return jdbc.sql("select coalesce(max(position), 0) + 1 from __tenant__." + kind.table)
                .query(Integer.class)
                .single();
    }

    /** Closes it or opens it again; the same again does nothing. */
    SetupResult set(Kind kind, long id, boolean open, Actor by) {
        take();
        Optional<Row> found = find(kind, id);
        if (found.isEmpty()) {
            return new SetupResult.Gone();
        }
        Row row = found.get();
        if (row.open() == open) {
            return new SetupResult.Saved(id);
        }
        if (open && named(kind, row.name(), id)) {
            return SetupResult.Refused.of(
                    "", "Another one is called " + row.name() + " by now. Give it another name first");
        }
        jdbc.sql("update __tenant__." + kind.table + " set ended_at = ?, version = version + 1 where id = ?")
                .param(open ? null : SqlTimes.sql(clock.instant()))
                .param(id)
                .update();
        audit.record(
                by,
                open
                        ? AuditEntry.of(kind.change, kind.table, id)
                                .with("Name", row.name())
                                .with("In use", "no → yes")
                        : AuditEntry.of(kind.ending, kind.table, id).with("Name", row.name()));
        return new SetupResult.Saved(id);
    }

    /** Moves it one place up or down among the open ones; at the end it stays. */
    SetupResult move(Kind kind, long id, boolean up) {
        take();
        if (find(kind, id).isEmpty()) {
            return new SetupResult.Gone();
        }
        jdbc.sql("""
                        with listed as (
                            select id, row_number() over (order by position, id) as place
                              from __tenant__.%1$s where ended_at is null),
                        moved as (
                            select l.id, case when l.id = :id then l.place + :step
                                              when l.place = m.place + :step then m.place
                                              else l.place end as place
                              from listed l cross join (select place from listed where id = :id) m)
                        update __tenant__.%1$s t set position = greatest(0, moved.place)
                          from moved where moved.id = t.id and t.position <> greatest(0, moved.place)""".formatted(kind.table))
                .param("id", id)
                .param("step", up ? -1 : 1)
                .update();
        return new SetupResult.Saved(id);
    }
}
