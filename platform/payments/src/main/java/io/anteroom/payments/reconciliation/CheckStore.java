package io.anteroom.payments.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comparisons that somebody asked for; every method needs a transaction. */
final class CheckStore {

    /** One that takes longer has met a Stripe that does not answer, and may be asked for once more. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that somebody asks; false where one that was asked for is under way. */
    boolean ask(String by, Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.stripe_check as c (asked_at, asked_by) values (:now, :by)
                        on conflict (sole) do update set asked_at = excluded.asked_at, asked_by = excluded.asked_by, ended_at = null
                         where c.ended_at is not null or c.asked_at < :late""")
                        .param("now", MovementStore.utc(now))
                        .param("by", by)
                        .param("late", MovementStore.utc(now.minus(LONGEST)))
                        .update()
                == 1;
    }

    /** A comparison has come to its end. */
    void ended(Instant now) {
        jdbc.sql("update __tenant__.stripe_check set ended_at = :now where ended_at is null and asked_at <= :now")
                .param("now", MovementStore.utc(now))
                .update();
    }

    /** How it stands; one statement. */
    CheckProgress progress() {
        return jdbc.sql("""
                        select c.asked_at, c.asked_by, c.asked_at is not null and c.ended_at is null as under_way, r.completed_at,
                               (select cast(count(*) as integer) from __tenant__.stripe_transaction t
                                 where c.ended_at is null and t.read_at >= c.asked_at) as read
                          from (select 1) one
                          left join __tenant__.stripe_check c on true
                          left join __tenant__.stripe_reading r on true""").query(CheckStore::read).single();
    }

    private static CheckProgress read(ResultSet row, int number) throws SQLException {
        return new CheckProgress(
                MovementStore.instant(row.getObject("asked_at", OffsetDateTime.class)),
                row.getString("asked_by"),
                row.getBoolean("under_way"),
                row.getInt("read"),
                MovementStore.instant(row.getObject("completed_at", OffsetDateTime.class)));
    }
}
