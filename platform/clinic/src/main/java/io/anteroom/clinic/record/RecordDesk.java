package io.anteroom.clinic.record;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clinical records as staff read them. Whoever calls has asked for {@code SEE_RECORDS}. */
@Component
@Transactional(readOnly = true)
public class RecordDesk {

    /** The most that the queue shows. */
    public static final int MOST = 100;

    private static final String ROW = """
            select e.id, e.patient_id, btrim(p.given_name || ' ' || p.family_name) as patient_name, e.kind, e.category, e.title,
                   e.dated_on, e.state, e.edition, e.written_by, e.shared_at, e.released_at, e.reviewed_at is not null as reviewed,
                   e.body ->> 'stoppedOn' is not null as stopped,
            """ + RecordRows.UNSCANNED + """
              from __tenant__.record_entry e join __tenant__.patient p on p.id = e.patient_id
            """;

    /** What a clinician is asked to look at, each part by an index of its own. */
    private static final String TO_RELEASE = """
             where e.id = any(array(
                       select r.id from __tenant__.record_entry r where r.state = 'shared' and r.released_at is null
                        order by r.shared_at limit :most)
                    || array(
                       select r.id from __tenant__.record_entry r where r.state = 'shared' and r.released_at > :now
                        order by r.released_at limit :most)
                    || array(
                       select r.id
                         from __tenant__.record_preference w
                         join __tenant__.access_grant g on g.account_id = w.account_id
                         join __tenant__.record_entry r on r.patient_id = g.patient_id
                        where w.waits and g.level = 'full' and (g.limited_from is null or g.limited_from > :now)
                          and 'clinical' = any(g.scope) and r.state = 'shared' and r.may_wait and r.reviewed_at is null
                          and
            """ + Grants.IN_FORCE + " order by r.shared_at limit :most))";

    private final RecordRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordDesk(RecordRows rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One entry of that patient. */
    public Optional<RecordEntry> find(PatientId patient, RecordId id) {
        return rows.find(patient, id);
    }

    /** What it said before, the newest first. */
    public List<FormerEdition> formers(RecordEntry entry) {
        return rows.formers(entry);
    }

    /**
     * A page of a patient's entries, what still holds first, then the newest: two statements.
     *
     * @param kind of that kind alone, or null for all
     * @param page from 1 on
     */
    public RecordPage page(PatientId patient, @Nullable RecordKind kind, long page) {
        Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);
        jdbc.sql(
                        "select e.kind, count(*) as number from __tenant__.record_entry e where e.patient_id = :patient group by e.kind")
                .param("patient", patient.value())
                .query((row, _) -> counts.put(RecordKind.of(row.getString("kind")), row.getLong("number")))
                .list();
        var entries = jdbc.sql(ROW + """
                         where e.patient_id = :patient and (cast(:kind as text) is null or e.kind = :kind)
                         order by e.state = 'withdrawn', e.body ->> 'stoppedOn' is not null, e.dated_on desc, e.id desc
                         limit :size offset :skip""")
                .param("patient", patient.value())
                .param("kind", kind == null ? null : kind.code(), Types.VARCHAR)
                .param("size", RecordPage.SIZE)
                .param("skip", (page - 1) * RecordPage.SIZE)
                .query((row, _) -> row(row))
                .list();
        return new RecordPage(entries, counts);
    }

    /**
     * What patients do not see yet, or only some of them: what awaits review, what a number of days releases later, and what
     * somebody with access wants a clinician to go over first. The longest shared first, at most {@link #MOST}.
     */
    public List<RecordRow> toRelease() {
        return jdbc.sql(ROW + TO_RELEASE + " order by e.released_at is not null, e.shared_at, e.id limit :most")
                .param("now", sql(clock.instant()))
                .param("most", MOST)
                .query((row, _) -> row(row))
                .list();
    }

    private static RecordRow row(ResultSet row) throws SQLException {
        return new RecordRow(
                new RecordId(row.getLong("id")),
                new PatientId(row.getLong("patient_id")),
                row.getString("patient_name"),
                RecordKind.of(row.getString("kind")),
                RecordCategory.of(row.getString("category")),
                row.getString("title"),
                row.getObject("dated_on", LocalDate.class),
                RecordState.of(row.getString("state")),
                row.getInt("edition"),
                row.getString("written_by"),
                instantOrNull(row, "shared_at"),
                instantOrNull(row, "released_at"),
                row.getBoolean("reviewed"),
                row.getBoolean("stopped"),
                row.getBoolean("unscanned"));
    }
}
