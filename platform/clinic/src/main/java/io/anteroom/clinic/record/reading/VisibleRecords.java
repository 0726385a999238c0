package io.anteroom.clinic.record.reading;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.RecordAudit;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordRows;
import io.anteroom.clinic.record.reading.RecordOverview.Part;
import io.anteroom.clinic.record.reading.SharedRow.News;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The clinical records that one person may read while they are open. Each look leaves a trace in the clinic's log, once a day
 * for each entry and once for the lists.
 */
public final class VisibleRecords {

    /** Of each kind on the overview; of what lasts more, since a list of medications is read as one. */
    private static final int SOME = 3;

    private static final int SOME_THAT_LAST = 12;

    /** Whether {@code e} may be seen by {@code :account} at {@code :now}: shared and released, and waited for no longer. */
    static final String RELEASED = """
             e.released_at <= least(:now, coalesce(e.withdrawn_at, :now))
               and (e.reviewed_at is not null or not e.may_wait or not exists (
                       select 1 from __tenant__.record_preference w where w.account_id = :account and w.waits))
            """;

    /** A list shows no long texts, so it reads none. */
    private static final String COLUMNS = RecordRows.COLUMNS.replace(
            "e.body,",
            "case when e.kind in ('note', 'letter') then jsonb_build_object('text', '') else e.body end as body,");

    /** Since when the account could see it, and whether its file can be opened yet. */
    private static final String SINCE = """
            , case when e.may_wait and e.reviewed_at > e.released_at
                        and exists (select 1 from __tenant__.record_preference w where w.account_id = :account and w.waits)
                   then e.reviewed_at else e.released_at end as since,
            """ + RecordRows.UNSCANNED;

    private static final String ORDER = " e.body ->> 'stoppedOn' is not null, e.dated_on desc, e.id desc";

    private final ElevatedChart chart;
    private final JdbcClient jdbc;
    private final RecordAudit audit;
    private final RecordVisits visits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VisibleRecords(
            ElevatedChart chart,
            JdbcClient jdbc,
            RecordAudit audit,
            RecordVisits visits,
            TransactionTemplate transaction,
            Clock clock) {
        this.chart = chart;
        this.jdbc = jdbc;
        this.audit = audit;
        this.visits = visits;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Read(SharedRow row, long number) {}

    /**
     * What there is of the patient acted for, in three statements; nothing where this person's access opens no clinical
     * records.
     */
    public Optional<RecordOverview> overview() {
        return chart.patient().map(patient -> done(() -> overview(patient)));
    }

    /** Of a preview there is none: nothing is marked as seen, and nobody chose anything. */
    private RecordVisits.Visit visit(VisiblePatient patient, Instant now) {
        return chart.chart().isPreview()
                ? visits.ofNobody()
                : visits.note(chart.chart().viewer().account(), patient.id(), now);
    }

    private RecordOverview overview(VisiblePatient patient) {
        Instant now = clock.instant();
        var visit = visit(patient, now);
        audit.lookedThrough(patient.id(), chart.chart().reader());
        Map<RecordKind, List<Read>> found = statement(
                        """
                        with seen as (
                             select e.id, row_number() over (partition by e.kind order by %s) as place,
                                    count(*) over (partition by e.kind) as number
                               from __tenant__.record_entry e
                              where e.patient_id = any(:patients) and e.state = 'shared' and %s)
                        select seen.number, %s %s
                          from seen join __tenant__.record_entry e on e.id = seen.id
                         where seen.place <= case when e.kind in ('medication', 'allergy') then :lasting else :some end
                         order by seen.place""".formatted(ORDER, RELEASED, COLUMNS, SINCE), List.of(patient.id()), now)
                .param("lasting", SOME_THAT_LAST)
                .param("some", SOME)
                .query((row, _) -> read(row, visit.before()))
                .stream()
                .collect(Collectors.groupingBy(read -> read.row().entry().kind(), TreeMap::new, Collectors.toList()));
        return new RecordOverview(
                patient,
                found.entrySet().stream()
                        .map(part -> new Part(
                                part.getKey(),
                                part.getValue().stream().map(Read::row).toList(),
                                part.getValue().getFirst().number()))
                        .toList(),
                visit.waits(),
                visit.waiting(),
                visit.mayWait());
    }

    /**
     * A page of one kind of the patient acted for, what still holds first, then the newest: three statements.
     *
     * @param page from 1 on; beyond the last it is empty
     */
    public Optional<SharedPage> page(RecordKind kind, long page) {
        return chart.patient().map(patient -> done(() -> page(patient, kind, page)));
    }

    private SharedPage page(VisiblePatient patient, RecordKind kind, long page) {
        Instant now = clock.instant();
        var visit = visit(patient, now);
        audit.lookedThrough(patient.id(), chart.chart().reader());
        var found = statement("""
                        select count(*) over () as number, %s %s from __tenant__.record_entry e
                         where e.patient_id = any(:patients) and e.kind = :kind and e.state = 'shared' and %s
                         order by %s limit :size offset :skip""".formatted(COLUMNS, SINCE, RELEASED, ORDER), List.of(patient.id()), now)
                .param("kind", kind.code())
                .param("size", SharedPage.SIZE)
                .param("skip", (page - 1) * SharedPage.SIZE)
                .query((row, _) -> read(row, visit.before()))
                .list();
        return new SharedPage(
                patient,
                found.stream().map(Read::row).toList(),
                found.stream().findFirst().map(Read::number).orElse(0L));
    }

    /** One of any patient whose clinical records this person's access opens; nothing of what can't be seen yet. */
    public Optional<SharedEntry> find(RecordId id) {
        var open = chart.chart().openFor(AccessScope.CLINICAL);
        return open.isEmpty() ? Optional.empty() : done(() -> find(id, open));
    }

    private Optional<SharedEntry> find(RecordId id, List<PatientId> open) {
        return statement(
                        "select " + RecordRows.COLUMNS + " from __tenant__.record_entry e"
                                + " where e.id = :id and e.patient_id = any(:patients) and e.state <> 'draft' and "
                                + RELEASED,
                        open,
                        clock.instant())
                .param("id", id.value())
                .query((row, _) -> RecordRows.entry(row))
                .optional()
                .map(entry -> {
                    audit.read(entry.patient(), id, chart.chart().reader());
                    var patient = chart.chart().patient(entry.patient()).orElseThrow();
                    var withdrawal = entry.withdrawal();
                    return withdrawal == null
                            ? new SharedEntry.Shown(patient, entry)
                            : new SharedEntry.Withdrawn(patient, entry.kind(), withdrawal);
                });
    }

    /** Notes that this person saves the file of an entry that was found. */
    public void saves(RecordEntry entry) {
        done(() -> {
            audit.saved(entry.patient(), entry.id(), chart.chart().reader());
            return entry;
        });
    }

    /**
     * Says when this person wants to see new entries, as far as the clinic leaves that to patients: only after a clinician
     * has gone over them, or as soon as the clinic's rule lets them.
     */
    public void waitForClinician(boolean waits) {
        done(() -> {
            int changed = jdbc.sql("""
                            insert into __tenant__.record_preference as w (account_id, waits, chosen_at)
                            values (:account, :waits, :now)
                            on conflict (account_id) do update set waits = excluded.waits, chosen_at = excluded.chosen_at
                             where w.waits <> excluded.waits""")
                    .param("account", chart.chart().viewer().account().value())
                    .param("waits", waits)
                    .param("now", sql(clock.instant()))
                    .update();
            if (changed == 1) {
                audit.chose(chart.chart(), waits);
            }
            return changed;
        });
    }

    private <T> T done(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private JdbcClient.StatementSpec statement(String text, List<PatientId> patients, Instant now) {
        return jdbc.sql(text)
                .param("account", chart.chart().viewer().account().value())
                .param("now", sql(now))
                .param("patients", patients.stream().map(PatientId::value).toArray(Long[]::new));
    }

    private static Read read(ResultSet row, @Nullable Instant before) throws SQLException {
        var entry = RecordRows.entry(row);
        News news = News.NONE;
        if (before != null && instant(row, "since").isAfter(before)) {
            news = News.NEW;
        } else if (before != null && entry.edition() > 1 && entry.writtenAt().isAfter(before)) {
            news = News.CORRECTED;
        }
        return new Read(new SharedRow(entry, news, row.getBoolean("unscanned")), row.getLong("number"));
    }
}
