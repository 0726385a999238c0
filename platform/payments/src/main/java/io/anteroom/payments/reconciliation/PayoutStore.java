package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payouts and what they are made of; every method needs a transaction. */
final class PayoutStore {

    private static final int MOST = 200;

    private static final String SELECT = """
            select o.id, o.currency, o.amount_minor, o.status, o.automatic, o.parts_read, o.arrives_on, o.failure,
                   cast(coalesce(s.amount, 0) as bigint) as parts_amount, cast(coalesce(s.fee, 0) as bigint) as parts_fee
              from __tenant__.stripe_payout o
              left join lateral (select sum(t.amount_minor) as amount, sum(t.fee_minor) as fee
                                   from __tenant__.stripe_transaction t
                                  where t.payout_id = o.id and t.source_id is distinct from o.id) s on true
            """;

    private final JdbcClient jdbc;

    PayoutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(PayoutSeen payout, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.stripe_payout (id, currency, amount_minor, status, automatic, created_at, arrives_on,
                            failure, changed_at)
                        values (:id, :currency, :amount, :status, :automatic, :created, :arrives, :failure, :now)
                        on conflict (id) do update set status = excluded.status, arrives_on = excluded.arrives_on,
                            failure = excluded.failure, changed_at = excluded.changed_at""")
                .param("id", payout.id())
                .param("currency", payout.amount().currency().getCurrencyCode())
                .param("amount", payout.amount().minor())
                .param("status", payout.status())
                .param("automatic", payout.automatic())
                .param("created", MovementStore.utc(payout.createdAt()))
                .param("arrives", payout.arrivesOn())
                .param("failure", payout.failure(), Types.VARCHAR)
                .param("now", MovementStore.utc(now))
                .update();
    }

    /** Those of which there may be news, on their way or not all told of yet: the one that was read longest ago first. */
    List<String> unsettled() {
        return jdbc.sql("select id from __tenant__.stripe_payout where status in ('pending', 'in_transit')"
                        + " or (automatic and not parts_read) order by changed_at, id limit :most")
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    /** It is made of these, among others. */
    void consistsOf(String payout, List<String> movements) {
        if (!movements.isEmpty()) {
            jdbc.sql("update __tenant__.stripe_transaction set payout_id = :payout where id in (:ids)")
                    .param("payout", payout)
                    .param("ids", movements)
                    .update();
        }
    }

    /** All that it is made of is known. */
    void told(String payout) {
        jdbc.sql("update __tenant__.stripe_payout set parts_read = true where id = :id")
                .param("id", payout)
                .update();
    }

    /** Some of them, the newest first. */
    List<Payout> some(long skip, int most) {
        return jdbc.sql(SELECT + " order by o.arrives_on desc, o.id desc limit :most offset :skip")
                .param("most", most)
                .param("skip", skip)
                .query(PayoutStore::read)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from __tenant__.stripe_payout")
                .query(Long.class)
                .single();
    }

    /** What it is made of, by kind. */
    List<Payout.Sum> sums(String payout) {
        return jdbc.sql("""
                        select t.category, t.currency, cast(sum(t.amount_minor) as bigint) as amount,
                               cast(sum(t.fee_minor) as bigint) as fee, cast(count(*) as integer) as many
                          from __tenant__.stripe_transaction t
                         where t.payout_id = :payout and t.source_id is distinct from :payout
                         group by t.category, t.currency order by t.category""")
                .param("payout", payout)
                .query((row, _) -> new Payout.Sum(
                        row.getString("category"),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        Money.of(row.getLong("fee"), row.getString("currency")),
                        row.getInt("many")))
                .list();
    }

    Optional<Payout> find(String id) {
        return jdbc.sql(SELECT + " where o.id = :id")
                .param("id", id)
                .query(PayoutStore::read)
                .optional();
    }

    /** What it is made of, in order, after the one that is named. */
    List<PayoutPart> parts(String payout, String after, int most) {
        return jdbc.sql("""
                        select t.id, t.category, t.currency, t.amount_minor, t.fee_minor, t.payment_id, t.created_at
                          from __tenant__.stripe_transaction t
                         where t.payout_id = :payout and t.source_id is distinct from :payout and t.id > :after
                         order by t.id limit :most""")
                .param("payout", payout)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> {
                    String currency = row.getString("currency");
                    UUID payment = row.getObject("payment_id", UUID.class);
                    return new PayoutPart(
                            row.getString("id"),
                            row.getString("category"),
                            Money.of(row.getLong("amount_minor"), currency),
                            Money.of(row.getLong("fee_minor"), currency),
                            payment == null ? null : new PaymentId(payment),
                            row.getObject("created_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    private static Payout read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new Payout(
                row.getString("id"),
                Money.of(row.getLong("amount_minor"), currency),
                row.getString("status"),
                row.getObject("arrives_on", LocalDate.class),
                row.getString("failure"),
                row.getBoolean("automatic") && row.getBoolean("parts_read"),
                Money.of(row.getLong("parts_amount"), currency),
                Money.of(row.getLong("parts_fee"), currency));
    }
}
