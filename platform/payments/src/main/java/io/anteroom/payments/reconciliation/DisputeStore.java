package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Disputes as last read; every method needs a transaction. */
final class DisputeStore {

    private static final int MOST = 200;
    private static final String OVER = "status in ('won', 'lost', 'warning_closed', 'prevented')";

    private final JdbcClient jdbc;

    DisputeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what was read, unless the dispute was over already: then nothing more can happen to it. */
    void save(DisputeSeen dispute, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.stripe_dispute as d (id, charge_id, payment_id, currency, amount_minor, reason, status,
                            answer_by, opened_at, changed_at)
                        values (:id, :charge, (select p.id from __tenant__.payment p where p.payment_intent_id = :intent), :currency,
                            :amount, :reason, :status, :answer, :opened, :now)
                        on conflict (id) do update set status = excluded.status, answer_by = excluded.answer_by,
                            amount_minor = excluded.amount_minor, payment_id = coalesce(d.payment_id, excluded.payment_id),
                            changed_at = excluded.changed_at
                         where d.status not in ('won', 'lost', 'warning_closed', 'prevented')""")
                .param("id", dispute.id())
                .param("charge", dispute.charge())
                .param("intent", dispute.intent(), Types.VARCHAR)
                .param("currency", dispute.amount().currency().getCurrencyCode())
                .param("amount", dispute.amount().minor())
                .param("reason", dispute.reason())
                .param("status", dispute.status())
                .param(
                        "answer",
                        dispute.answerBy() == null ? null : MovementStore.utc(dispute.answerBy()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("opened", MovementStore.utc(dispute.openedAt()))
                .param("now", MovementStore.utc(now))
                .update();
    }

    /** Those to which something may yet happen. */
    List<String> undecided() {
        return jdbc.sql("select id from __tenant__.stripe_dispute where not " + OVER
                        + " order by opened_at, id limit :most")
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    /** How many wait for the clinic's answer. */
    Dispute.ToAnswer toAnswer() {
        return jdbc.sql(
                        "select cast(count(*) as integer) as many, min(answer_by) as first from __tenant__.stripe_dispute"
                                + " where status in ('needs_response', 'warning_needs_response')")
                .query((row, _) -> new Dispute.ToAnswer(
                        row.getInt("many"), MovementStore.instant(row.getObject("first", OffsetDateTime.class))))
                .single();
    }

    /** Those to be answered first, by their deadline, then the others, the newest first. */
    List<Dispute> newest() {
        return jdbc.sql("""
                        select id, payment_id, currency, amount_minor, reason, status, answer_by, opened_at
                          from __tenant__.stripe_dispute
                         order by status in ('needs_response', 'warning_needs_response') desc,
                                  case when status in ('needs_response', 'warning_needs_response') then answer_by end nulls last,
                                  opened_at desc, id limit :most""")
                .param("most", MOST)
                .query((row, _) -> {
                    UUID payment = row.getObject("payment_id", UUID.class);
                    return new Dispute(
                            row.getString("id"),
                            payment == null ? null : new PaymentId(payment),
                            Money.of(row.getLong("amount_minor"), row.getString("currency")),
                            row.getString("reason"),
                            row.getString("status"),
                            MovementStore.instant(row.getObject("answer_by", OffsetDateTime.class)),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    Optional<String> status(String id) {
        return jdbc.sql("select status from __tenant__.stripe_dispute where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
