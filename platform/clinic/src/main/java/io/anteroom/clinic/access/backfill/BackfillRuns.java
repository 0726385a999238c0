package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of backfills. Called within a transaction. */
@Component
class BackfillRuns {

    private static final String SELECT = """
            select id, state, patients, to_do, done, done_to, by_subject, by_name, created_at, finished_at, undone_at
              from __tenant__.credential_backfill
            """;

    private final JdbcClient jdbc;

    BackfillRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has whoever begins, carries out or takes back at this moment wait for the end of this transaction. */
    void takeTurns() {
        jdbc.sql("select sole from __tenant__.authentication_settings for no key update")
                .query(Boolean.class)
                .single();
    }

    /** Keeps the clinic's account model as it is to the end of this transaction. Comes before any grant is touched. */
    void keepModel() {
        jdbc.sql("select sole from __tenant__.authentication_settings for key share")
                .query(Boolean.class)
                .single();
    }

    Optional<BackfillRun> atWork() {
        return jdbc.sql(SELECT + " where state in ('planning', 'running', 'undoing')")
                .query((row, _) -> run(row))
                .optional();
    }

    /** One more, in place of those that nobody carried out. */
    BackfillId begin(Actor.Staff by, Instant now) {
        jdbc.sql("delete from __tenant__.credential_backfill where state = 'planned'")
                .update();
        return jdbc.sql("""
                        insert into __tenant__.credential_backfill (state, patients, to_do, by_subject, by_name, created_at)
                        select 'planning', count(*), count(*), :subject, :name, :now from __tenant__.patient where not merged returning id""")
                .param("subject", by.id())
                .param("name", by.name())
                .param("now", sql(now))
                .query((row, _) -> new BackfillId(row.getLong("id")))
                .single();
    }

    Optional<BackfillRun> find(BackfillId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> run(row))
                .optional();
    }

    /** The newest of those that were carried out, at most ten. */
    List<BackfillRun> newest() {
        return jdbc.sql(SELECT + " where state not in ('planning', 'planned') order by id desc limit 10")
                .query((row, _) -> run(row))
                .list();
    }

    /** Where the worker is to go on, locked; nothing if it is not in that state. */
    Optional<Place> hold(BackfillId id, BackfillState state) {
        return jdbc.sql(SELECT + " where id = :id and state = :state for update")
                .param("id", id.value())
                .param("state", state.stored())
                .query((row, _) -> new Place(run(row), row.getLong("done_to")))
                .optional();
    }

    /** Notes how far the worker has come. */
    void note(BackfillId id, int patients, long last) {
        jdbc.sql("update __tenant__.credential_backfill set done = done + :patients, done_to = :last where id = :id")
                .param("patients", patients)
                .param("last", last)
                .param("id", id.value())
                .update();
    }

    /** Has the worker see to those patients again of whom there is a line of that outcome. */
    void moveTo(BackfillId id, BackfillState state, BackfillOutcome those, Actor.Staff by) {
        jdbc.sql("""
                        update __tenant__.credential_backfill
                           set state = :state, done = 0, done_to = 0, by_subject = :subject, by_name = :name,
                               to_do = (select count(distinct l.patient_id) from __tenant__.credential_backfill_line l
                                         where l.run_id = :id and l.outcome = :those)
                         where id = :id""")
                .param("state", state.stored())
                .param("those", those.code())
                .param("subject", by.id())
                .param("name", by.name())
                .param("id", id.value())
                .update();
    }

    /** Notes that the worker is through. */
    void finish(BackfillId id, BackfillState state, Instant now) {
        jdbc.sql("""
                        update __tenant__.credential_backfill
                           set state = :state, finished_at = case when :state = 'done' then :now else finished_at end,
                               undone_at = case when :state = 'undone' then :now else undone_at end
                         where id = :id""")
                .param("state", state.stored())
                .param("now", sql(now))
                .param("id", id.value())
                .update();
    }

    /** False if it is not waiting to be carried out. */
    boolean delete(BackfillId id) {
        return jdbc.sql("delete from __tenant__.credential_backfill where id = :id and state = 'planned'")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static BackfillRun run(ResultSet row) throws SQLException {
        return new BackfillRun(
                new BackfillId(row.getLong("id")),
                BackfillState.of(row.getString("state")),
                row.getInt("patients"),
                row.getInt("to_do"),
                row.getInt("done"),
                new Actor.Staff(row.getString("by_subject"), row.getString("by_name")),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "finished_at"),
                instant(row, "undone_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * Where the worker goes on.
     *
     * @param last the last patient seen to
     */
    record Place(BackfillRun run, long last) {}
}
