package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.access.SqlTimes;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.TimeFreed;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Blocks and frees practitioners' time. Whoever calls has asked for {@code MANAGE_APPOINTMENTS}. */
@Component
@Transactional
public class BlockedTimes {

    private static final String BLOCKED =
            "select id, practitioner_id, starts_at, ends_at, reason, version from __tenant__.blocked_time";

    private final JdbcClient jdbc;
    private final HoursStore hours;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BlockedTimes(JdbcClient jdbc, HoursStore hours, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What touches the time between, by its start. */
    @Transactional(readOnly = true)
    public List<BlockedTime> between(Instant from, Instant until) {
        return jdbc.sql(BLOCKED + " where practitioner_id = any(array(select id from __tenant__.practitioner))"
                        + " and starts_at < ? and ends_at > ? order by starts_at, id")
                .params(SqlTimes.sql(until), SqlTimes.sql(from))
                .query((row, _) -> blocked(row))
                .list();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<BlockedTime> find(long id) {
        return jdbc.sql(BLOCKED + " where id = ?")
                .param(id)
                .query((row, _) -> blocked(row))
                .optional();
    }

    /** Blocks time; the same time of the same practitioner again is the one that stands. What is booked stays. */
    public SetupResult block(BlockedTime wanted, Actor by) {
        Optional<String> name = hours.lockPractitioner(wanted.practitioner());
        if (name.isEmpty()) {
            return new SetupResult.Gone();
        }
        Optional<Long> standing = jdbc.sql("""
                        select id from __tenant__.blocked_time
                         where practitioner_id = ? and starts_at = ? and ends_at = ? limit 1""")
                .params(wanted.practitioner().value(), SqlTimes.sql(wanted.start()), SqlTimes.sql(wanted.end()))
                .query(Long.class)
                .optional();
        if (standing.isPresent()) {
            return new SetupResult.Saved(standing.get());
        }
        long id = jdbc.sql("""
                        insert into __tenant__.blocked_time
                            (practitioner_id, starts_at, ends_at, reason, created_at, created_by, version)
                        values (?, ?, ?, ?, ?, ?, 0) returning id""")
                .params(
                        wanted.practitioner().value(),
                        SqlTimes.sql(wanted.start()),
                        SqlTimes.sql(wanted.end()),
                        wanted.reason(),
                        SqlTimes.sql(clock.instant()),
                        by.name())
                .query(Long.class)
                .single();
        note(AuditAction.TIME_BLOCKED, id, name.get(), "nothing → " + words(wanted), by);
        return new SetupResult.Saved(id);
    }

    /** Frees time; once it is free, nothing is done. */
    public void free(long id, Actor by) {
        Optional<BlockedTime> found = find(id);
        if (found.isEmpty()) {
            return;
        }
        String name = hours.lockPractitioner(found.get().practitioner()).orElse("");
        int freed = jdbc.sql("delete from __tenant__.blocked_time where id = ?")
                .param(id)
                .update();
        if (freed > 0) {
            var blocked = found.get();
            note(AuditAction.TIME_UNBLOCKED, id, name, words(blocked) + " → nothing", by);
            events.publishEvent(new TimeFreed(blocked.practitioner(), blocked.start(), blocked.end(), null));
        }
    }

    private void note(AuditAction action, long id, String practitioner, String change, Actor by) {
        audit.record(
                by,
                AuditEntry.of(action, "blocked-time", id)
                        .with("Practitioner", practitioner)
                        .with("Time", change));
    }

    private static String words(BlockedTime blocked) {
        return blocked.start() + " to " + blocked.end();
    }

    private static BlockedTime blocked(ResultSet row) throws SQLException {
        return new BlockedTime(
                row.getLong("id"),
                new PractitionerId(row.getLong("practitioner_id")),
                SqlTimes.instant(row, "starts_at"),
                SqlTimes.instant(row, "ends_at"),
                row.getString("reason"),
                row.getInt("version"));
    }
}
