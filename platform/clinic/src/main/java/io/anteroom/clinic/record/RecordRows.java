package io.anteroom.clinic.record;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads entries. Called within a transaction. */
@Component
public class RecordRows {

    /** The columns of an entry {@code e} that {@link #entry} reads. */
    public static final String COLUMNS = """
            e.id, e.patient_id, e.kind, e.category, e.title, e.dated_on, e.body, e.state, e.edition, e.written_at, e.written_by,
            e.correction, e.shared_at, e.rule, e.may_wait, e.released_at, e.reviewed_at, e.reviewed_by, e.withdrawn_at,
            e.withdrawn_because, e.version,
            (select json_object_agg(s.step, cast(s.done_on as text))
               from __tenant__.record_step s where e.kind = 'plan' and s.entry_id = e.id) as steps
            """;

    /** Whether the file of an entry {@code e} waits for the virus scanner, so that nobody can open it yet. */
    public static final String UNSCANNED = """
            e.kind = 'document' and exists (select from __tenant__.file s
                                             where s.id = cast(e.body ->> 'file' as bigint) and s.checked = 'waiting') as unscanned
            """;

    private final JdbcClient jdbc;

    RecordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RecordEntry> find(PatientId patient, RecordId id) {
        return one(patient, id, "");
    }

    /** The same, kept from others until the transaction ends. */
    Optional<RecordEntry> take(PatientId patient, RecordId id) {
        return one(patient, id, " for no key update of e");
    }

    private Optional<RecordEntry> one(PatientId patient, RecordId id, String lock) {
        return jdbc.sql("select " + COLUMNS
                        + " from __tenant__.record_entry e where e.id = :id and e.patient_id = :patient" + lock)
                .param("id", id.value())
                .param("patient", patient.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /** The former editions, the newest first. */
    List<FormerEdition> formers(RecordEntry entry) {
        return jdbc.sql("""
                        select f.edition, f.category, f.title, f.dated_on, f.body, f.written_at, f.written_by
                          from __tenant__.record_former f where f.entry_id = :id order by f.edition desc""")
                .param("id", entry.id().value())
                .query((row, _) -> former(entry.kind(), row))
                .list();
    }

    /**
     * The former editions that one account could see, the newest first: those that were mended only after it could see the entry.
     *
     * @param account who may wait for a clinician; then it could see the entry from the look on
     */
    public List<FormerEdition> formersSeen(RecordEntry entry, AccountId account) {
        return jdbc.sql("""
                        select f.edition, f.category, f.title, f.dated_on, f.body, f.written_at, f.written_by
                          from (select r.edition, r.category, r.title, r.dated_on, r.body, r.written_at, r.written_by,
                                       coalesce(lead(r.written_at) over (order by r.edition), e.written_at) as mended_at,
                                       case when e.may_wait and exists (select from __tenant__.record_preference w
                                                                         where w.account_id = :account and w.waits)
                                            then e.reviewed_at else e.released_at end as seen_from
                                  from __tenant__.record_former r join __tenant__.record_entry e on e.id = r.entry_id
                                 where e.id = :id) f
                         where f.mended_at > f.seen_from order by f.edition desc""")
                .param("id", entry.id().value())
                .param("account", account.value())
                .query((row, _) -> former(entry.kind(), row))
                .list();
    }

    private static FormerEdition former(RecordKind kind, ResultSet row) throws SQLException {
        return new FormerEdition(
                row.getInt("edition"), content(kind, row), instant(row, "written_at"), row.getString("written_by"));
    }

    /** The entry that a row of {@link #COLUMNS} holds. */
    public static RecordEntry entry(ResultSet row) throws SQLException {
        RecordKind kind = RecordKind.of(row.getString("kind"));
        return new RecordEntry(
                new RecordId(row.getLong("id")),
                new PatientId(row.getLong("patient_id")),
                kind,
                content(kind, row),
                RecordState.of(row.getString("state")),
                row.getInt("edition"),
                instant(row, "written_at"),
                row.getString("written_by"),
                row.getString("correction"),
                sharing(row),
                withdrawal(row),
                row.getInt("version"),
                BodyJson.steps(row.getString("steps")));
    }

    private static RecordContent content(RecordKind kind, ResultSet row) throws SQLException {
        return new RecordContent(
                RecordCategory.of(row.getString("category")),
                row.getString("title"),
                row.getObject("dated_on", LocalDate.class),
                BodyJson.read(kind, row.getString("body")));
    }

    private static RecordEntry.@Nullable Sharing sharing(ResultSet row) throws SQLException {
        var at = instantOrNull(row, "shared_at");
        return at == null
                ? null
                : new RecordEntry.Sharing(
                        at,
                        ReleaseRule.of(row.getString("rule")),
                        row.getBoolean("may_wait"),
                        instantOrNull(row, "released_at"),
                        instantOrNull(row, "reviewed_at"),
                        row.getString("reviewed_by"));
    }

    private static RecordEntry.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = instantOrNull(row, "withdrawn_at");
        return at == null ? null : new RecordEntry.Withdrawal(at, row.getString("withdrawn_because"));
    }
}
