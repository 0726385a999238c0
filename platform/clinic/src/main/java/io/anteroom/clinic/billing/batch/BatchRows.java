package io.anteroom.clinic.billing.batch;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.InvoiceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of batches. */
@Repository
class BatchRows {

    private static final String COUNTED = """
            select b.id, b.begun_at, b.begun_by, b.ended_at, count(i.invoice_id) as drafts,
                   count(*) filter (where i.outcome = 'sent') as sent,
                   count(*) filter (where i.outcome <> 'sent') as skipped
              from (select id, begun_at, begun_by, ended_at from __tenant__.invoice_batch %s) b
              left join __tenant__.invoice_batch_item i on i.batch_id = b.id
             group by b.id, b.begun_at, b.begun_by, b.ended_at
             order by b.begun_at desc, b.id desc""";

    private final JdbcClient jdbc;

    BatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of a new batch, or nothing if its form was sent before. */
    Optional<Long> add(UUID token, Actor.Staff by, Instant at) {
        return jdbc.sql("""
                        insert into __tenant__.invoice_batch (token, begun_at, begun_by_id, begun_by)
                        values (:token, :at, :byId, :by) on conflict (token) do nothing returning id""")
                .param("token", token)
                .param("at", sql(at))
                .param("byId", by.id())
                .param("by", by.name())
                .query(Long.class)
                .optional();
    }

    Optional<Long> of(UUID token) {
        return jdbc.sql("select id from __tenant__.invoice_batch where token = :token")
                .param("token", token)
                .query(Long.class)
                .optional();
    }

    /** Puts those into it that exist; how many these are. */
    int fill(long batch, List<LookedAt> drafts) {
        return jdbc.sql("""
                        insert into __tenant__.invoice_batch_item (batch_id, invoice_id, version)
                        select :batch, i.id, d.version
                          from unnest(cast(:drafts as bigint[]), cast(:versions as integer[])) as d (id, version)
                          join __tenant__.invoice i on i.id = d.id
                            on conflict (batch_id, invoice_id) do nothing""")
                .param("batch", batch)
                .param(
                        "drafts",
                        drafts.stream().map(draft -> draft.invoice().value()).toArray(Long[]::new))
                .param("versions", drafts.stream().map(LookedAt::version).toArray(Integer[]::new))
                .update();
    }

    /** Who sends it, while the worker is at it; the row is locked until the transaction ends. */
    Optional<Actor.Staff> locked(long batch) {
        return jdbc.sql("select begun_by_id, begun_by from __tenant__.invoice_batch"
                        + " where id = :batch and ended_at is null for update")
                .param("batch", batch)
                .query((row, _) -> new Actor.Staff(row.getString("begun_by_id"), row.getString("begun_by")))
                .optional();
    }

    /** The next that waits. */
    Optional<LookedAt> next(long batch) {
        return jdbc.sql("select invoice_id, version from __tenant__.invoice_batch_item"
                        + " where batch_id = :batch and outcome is null order by invoice_id limit 1")
                .param("batch", batch)
                .query((row, _) ->
                        new LookedAt(new InvoiceId(row.getLong("invoice_id")), row.getObject("version", Integer.class)))
                .optional();
    }

    /** Whether the invoice is still there; if so, nobody discards it before the transaction ends. */
    boolean stands(InvoiceId invoice) {
        return jdbc.sql("select id from __tenant__.invoice where id = :id for update")
                .param("id", invoice.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void note(long batch, InvoiceId invoice, BatchOutcome outcome, @Nullable Long number, Instant at) {
        jdbc.sql(
                        "update __tenant__.invoice_batch_item set outcome = :outcome, number = cast(:number as bigint), at = :at"
                                + " where batch_id = :batch and invoice_id = :invoice")
                .param("outcome", outcome.word())
                .param("number", number)
                .param("at", sql(at))
                .param("batch", batch)
                .param("invoice", invoice.value())
                .update();
    }

    void end(long batch, Instant at) {
        jdbc.sql("update __tenant__.invoice_batch set ended_at = :at where id = :batch")
                .param("at", sql(at))
                .param("batch", batch)
                .update();
    }

    Optional<Batch> find(long batch) {
        return jdbc.sql(COUNTED.formatted("where id = :batch"))
                .param("batch", batch)
                .query((row, _) -> batch(row))
                .optional();
    }

    /** A page of them, the newest first. */
    BatchPage page(int page) {
        List<Batch> batches = jdbc.sql(COUNTED.formatted("order by begun_at desc, id desc limit :size offset :skip"))
                .param("size", BatchPage.SIZE)
                .param("skip", (page - 1L) * BatchPage.SIZE)
                .query((row, _) -> batch(row))
                .list();
        long total = jdbc.sql("select count(*) from __tenant__.invoice_batch")
                .query(Long.class)
                .single();
        return new BatchPage(batches, total);
    }

    private static Batch batch(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Batch(
                row.getLong("id"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("begun_by"),
                ended == null ? null : ended.toInstant(),
                row.getInt("drafts"),
                row.getInt("sent"),
                row.getInt("skipped"));
    }

    /** What came of those that were seen to, those skipped first. */
    List<BatchItem> items(long batch, int most) {
        return jdbc.sql("""
                        select b.invoice_id, b.outcome, b.number, coalesce(p.given_name || ' ' || p.family_name, '') as patient
                          from __tenant__.invoice_batch_item b
                          left join __tenant__.invoice i on i.id = b.invoice_id
                          left join __tenant__.patient p on p.id = i.patient_id
                         where b.batch_id = :batch and b.outcome is not null
                         order by b.outcome = 'sent', b.number, b.invoice_id limit :most""")
                .param("batch", batch)
                .param("most", most)
                .query((row, _) -> new BatchItem(
                        new InvoiceId(row.getLong("invoice_id")),
                        BatchOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                        row.getObject("number", Long.class),
                        row.getString("patient").strip()))
                .list();
    }
}
