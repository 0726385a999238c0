package io.anteroom.payments.reconciliation;

import io.anteroom.payments.PaymentId;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which movements were read, and how far; every method needs a transaction. */
final class MovementStore {

    /** A movement may turn up among older ones, so each reading goes back this far behind the one before. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    MovementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A reading under way.
     *
     * @param since from when on movements are read; all, if nothing
     * @param after the last movement that was read
     */
    record Walk(
            @Nullable Instant since,
            Instant begunAt,
            @Nullable String after) {}

    /** The reading that is under way, or a new one; of another account all is read again. */
    Walk walk(String account, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.stripe_reading as r (account_id, begun_at) values (:account, :now)
                        on conflict (sole) do update set account_id = :account,
                            since = case when r.account_id = :account then r.since end,
                            after_id = case when r.account_id = :account then r.after_id end,
                            begun_at = case when r.account_id = :account and r.after_id is not null then r.begun_at else :now end
                        """).param("account", account).param("now", utc(now)).update();
        return jdbc.sql("select since, begun_at, after_id from __tenant__.stripe_reading")
                .query((row, _) -> new Walk(
                        instant(row.getObject("since", OffsetDateTime.class)),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getString("after_id")))
                .single();
    }

    /** The reading has come to that movement. */
    void cameTo(String movement) {
        jdbc.sql("update __tenant__.stripe_reading set after_id = :id")
                .param("id", movement)
                .update();
    }

    /** Everything up to when it began was read. */
    void complete(Walk walk, Instant now) {
        jdbc.sql("update __tenant__.stripe_reading set after_id = null, since = :since, completed_at = :now")
                .param("since", utc(walk.begunAt().minus(OVERLAP)))
                .param("now", utc(now))
                .update();
    }

    /** Which of these were read before. */
    List<String> known(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select id from __tenant__.stripe_transaction where id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .list();
    }

    /** Keeps it; false where it was kept before. */
    boolean add(Movement movement, @Nullable PaymentId payment, Instant now) {
        UUID carried = movement.carried() == null ? null : movement.carried().value();
        UUID paid = payment == null ? null : payment.value();
        return jdbc.sql("""
                        insert into __tenant__.stripe_transaction (id, type, category, currency, amount_minor, fee_minor,
                            source_id, intent_id, carried_id, payment_id, created_at, read_at)
                        values (:id, :type, :category, :currency, :amount, :fee, :source, :intent, :carried, :payment, :at, :now)
                        on conflict do nothing""")
                        .param("id", movement.id())
                        .param("type", movement.type())
                        .param("category", movement.category())
                        .param("currency", movement.amount().currency().getCurrencyCode())
                        .param("amount", movement.amount().minor())
                        .param("fee", movement.fee().minor())
                        .param("source", movement.source(), Types.VARCHAR)
                        .param("intent", movement.intent(), Types.VARCHAR)
                        .param("carried", carried, Types.OTHER)
                        .param("payment", paid, Types.OTHER)
                        .param("at", utc(movement.at()))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Payments of ours that have not arrived, by what is known, and that a charge carries which nobody knows. */
    List<PaymentId> carried() {
        return jdbc.sql("""
                        select distinct p.id from __tenant__.stripe_transaction t
                          join __tenant__.payment p on p.id = t.carried_id
                         where t.payment_id is null and t.carried_id is not null and p.state <> 'succeeded' limit :most""")
                .param("most", MOST)
                .query((row, _) -> new PaymentId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What was unknown and is ours after all: its id, what it moved, and in which currency. */
    record Known(String id, long minor, String currency, Instant at) {}

    /** Gives movements that nobody knew to the payments that they turn out to belong to. */
    List<Known> link() {
        return jdbc.sql("""
                        update __tenant__.stripe_transaction t set payment_id = p.id
                          from __tenant__.payment p
                         where p.payment_intent_id = t.intent_id and p.state = 'succeeded' and t.payment_id is null
                           and t.category in ('charge', 'refund', 'refund_failure')
                        returning t.id, t.amount_minor, t.currency, t.created_at""")
                .query((row, _) -> new Known(
                        row.getString("id"),
                        row.getLong("amount_minor"),
                        row.getString("currency"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
