package io.anteroom.payments.refund;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.refund.Refund.Settled;
import io.anteroom.payments.refund.Refund.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff had given back; every method needs a transaction. */
final class RefundStore {

    private static final String SELECT = """
            select id, payment_id, amount_minor, currency, reason, asked_by, asked_at, state, attempts, refunded_minor, stripe_id,
                   failure, changed_at, settled_at, settled_by, settled_how
              from __tenant__.payment_refund
            """;

    private final JdbcClient jdbc;

    RefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row.
     *
     * @param attempts how many times Stripe was asked, or was about to be
     * @param total what is given back of the payment when this is
     * @param stripe the refund at Stripe, once known
     */
    record Stored(
            Refund refund,
            int attempts,
            Money total,
            @Nullable String stripe) {}

    /** What is left of a payment that has arrived, its row locked, and whether all of that is on its way back. */
    record Left(Money left, Money refunded, boolean goingBack) {}

    Optional<Left> lock(PaymentId payment) {
        return lock(payment, null);
    }

    /** Where the payment is of several things, what is left of one of them; nothing is where that is none of them. */
    Optional<Left> lock(PaymentId payment, @Nullable PayableRef of) {
        return jdbc.sql("""
                        select p.currency, p.refunded_minor, p.give_back_at is not null as going_back,
                               case when cast(:kind as text) is not null
                                     and exists (select from __tenant__.payment_part s where s.payment_id = p.id)
                                    then coalesce((select t.amount_minor - t.refunded_minor from __tenant__.payment_part t
                                                    where t.payment_id = p.id and t.payable_kind = :kind and t.payable_id = :ref),
                                                  0)
                                    else p.amount_minor - p.refunded_minor end as left_minor
                          from __tenant__.payment p where p.id = :id and p.state = 'succeeded' for update""")
                .param("id", payment.value())
                .param("kind", of == null ? null : of.kind(), Types.VARCHAR)
                .param("ref", of == null ? null : of.id(), Types.VARCHAR)
                .query((row, _) -> new Left(
                        Money.of(row.getLong("left_minor"), row.getString("currency")),
                        Money.of(row.getLong("refunded_minor"), row.getString("currency")),
                        row.getBoolean("going_back")))
                .optional();
    }

    /** Writes it down, with the part that it is of, if there is that part; false where another of the payment is under way. */
    boolean add(
            UUID id,
            PaymentId payment,
            @Nullable PayableRef of,
            Money amount,
            Money before,
            String reason,
            String by,
            Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.payment_refund (id, payment_id, payable_kind, payable_id, amount_minor, currency,
                            reason, asked_by, asked_at, state, refunded_minor, changed_at)
                        select :id, :payment, t.payable_kind, t.payable_id, :amount, :currency, :reason, :by, :now, 'asked',
                               :before, :now
                          from (select) as one
                          left join __tenant__.payment_part t
                            on t.payment_id = :payment and t.payable_kind = :kind and t.payable_id = :ref
                        on conflict do nothing""")
                        .param("kind", of == null ? null : of.kind(), Types.VARCHAR)
                        .param("ref", of == null ? null : of.id(), Types.VARCHAR)
                        .param("id", id)
                        .param("payment", payment.value())
                        .param("amount", amount.minor())
                        .param("currency", amount.currency().getCurrencyCode())
                        .param("reason", reason)
                        .param("by", by)
                        .param("before", before.minor())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(RefundStore::read)
                .optional();
    }

    /** All of a payment, the first first. */
    List<Stored> of(PaymentId payment) {
        return jdbc.sql(SELECT + " where payment_id = :payment order by asked_at, id")
                .param("payment", payment.value())
                .query(RefundStore::read)
                .list();
    }

    /** All of the payments for one thing, and of its own part of payments for several, the first first. */
    List<Stored> of(PayableRef payable) {
        return jdbc.sql(SELECT + """
                         where payment_id in (select p.id from __tenant__.payment p
                                               where p.payable_kind = :kind and p.payable_id = :payable)
                            or (payable_kind = :kind and payable_id = :payable)
                         order by asked_at, id""")
                .param("kind", payable.kind())
                .param("payable", payable.id())
                .query(RefundStore::read)
                .list();
    }

    /** How far a payment is given back; nothing of one that is not there. */
    RefundsSeen seen(PaymentId payment) {
        return jdbc.sql("""
                        select (select cast(count(*) as integer) from __tenant__.payment_refund r where r.payment_id = :id) as asked,
                               coalesce((select p.refunded_minor from __tenant__.payment p where p.id = :id), 0) as refunded""")
                .param("id", payment.value())
                .query((row, _) -> new RefundsSeen(row.getInt("asked"), row.getLong("refunded")))
                .single();
    }

    /** Stripe is about to be asked. */
    void asking(UUID id) {
        jdbc.sql("update __tenant__.payment_refund set attempts = attempts + 1 where id = :id and state = 'asked'")
                .param("id", id)
                .update();
    }

    /** Stripe has it under that id. */
    void accepted(UUID id, String stripe, Instant now) {
        jdbc.sql("update __tenant__.payment_refund set stripe_id = :stripe, changed_at = :now"
                        + " where id = :id and stripe_id is null")
                .param("stripe", stripe)
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    /** It has come to that; false if it had already. */
    boolean ended(UUID id, State state, @Nullable String failure, Instant now) {
        return jdbc.sql("update __tenant__.payment_refund set state = :state, failure = :failure, changed_at = :now"
                                + " where id = :id and state <> :state and state in ('asked', 'given')")
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("failure", failure, Types.VARCHAR)
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** It did not arrive, and is settled in another way; false where it did arrive, was settled before, or more was asked for since. */
    boolean settled(UUID id, String how, String by, Instant now) {
        return jdbc.sql("""
                        update __tenant__.payment_refund r set settled_at = :now, settled_by = :by, settled_how = :how
                         where id = :id and state = 'failed' and settled_at is null
                           and not exists (select from __tenant__.payment_refund o
                                            where o.payment_id = r.payment_id and o.id <> r.id and o.asked_at >= r.asked_at
                                              and (o.payable_kind, o.payable_id) is not distinct from (r.payable_kind, r.payable_id))""")
                        .param("how", how)
                        .param("by", by)
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        Money amount = Money.of(row.getLong("amount_minor"), row.getString("currency"));
        Refund refund = new Refund(
                row.getObject("id", UUID.class),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                amount,
                row.getString("reason"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("failure"),
                settled(row));
        return new Stored(
                refund,
                row.getInt("attempts"),
                new Money(row.getLong("refunded_minor"), amount.currency()).plus(amount),
                row.getString("stripe_id"));
    }

    private static @Nullable Settled settled(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("settled_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Settled(at.toInstant(), row.getString("settled_by"), row.getString("settled_how"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
