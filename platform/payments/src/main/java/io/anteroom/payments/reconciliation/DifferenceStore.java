package io.anteroom.payments.reconciliation;

import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds differences and keeps them until they are gone; every method needs a transaction. */
final class DifferenceStore {

    private static final int MOST = 500;

    /** Stripe may show a payment's movement some while after the payment. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String UNKNOWN = """
            select case when category = 'charge' then 'unknown_charge'
                        when category in ('refund', 'refund_failure') then 'unknown_refund'
                        when category = 'unread' then 'unread' else 'unknown_movement' end as kind,
                   id as reference, currency, cast(0 as bigint) as ours, amount_minor as theirs, cast(null as uuid) as payment_id
              from __tenant__.stripe_transaction
             where payment_id is null and category not in
                   ('dispute', 'dispute_reversal', 'payout', 'payout_reversal', 'fee', 'tax', 'network_cost')
            """;
    private static final String MISSING = """
            select 'payment_missing', cast(p.id as text), p.currency, p.amount_minor, cast(0 as bigint), p.id
              from __tenant__.payment p join __tenant__.stripe_reading r on r.account_id = p.account_id
             where p.state = 'succeeded' and p.settled_at < :before
               and not exists (select from __tenant__.stripe_transaction t where t.payment_id = p.id and t.category = 'charge')
            """;
    private static final String AMOUNTS = """
            select 'amount', cast(p.id as text), p.currency, p.amount_minor, t.amount_minor, p.id
              from __tenant__.stripe_transaction t join __tenant__.payment p on p.id = t.payment_id
             where t.category = 'charge' and t.currency = p.currency and t.amount_minor <> p.amount_minor
            """;

    /** Stripe changed what was paid into the account's own currency: staff are told, but no book of ours is wrong by it. */
    private static final String CONVERTED = """
            select 'amount', cast(p.id as text), p.currency, p.amount_minor, t.amount_minor, p.id
              from __tenant__.stripe_transaction t join __tenant__.payment p on p.id = t.payment_id
             where t.category = 'charge' and t.currency <> p.currency
            """;

    private static final String REFUNDS = """
            select 'refund', cast(p.id as text), p.currency, p.refunded_minor, coalesce(s.minor, 0), p.id
              from __tenant__.payment p
              join __tenant__.stripe_reading r on r.account_id = p.account_id
              left join (select payment_id, cast(-sum(amount_minor) as bigint) as minor from __tenant__.stripe_transaction
                          where payment_id is not null and category in ('refund', 'refund_failure') group by payment_id) s
                on s.payment_id = p.id
             where p.refunded_minor <> coalesce(s.minor, 0)
            """;
    private static final String PAYOUTS = """
            select 'payout', o.id, o.currency, coalesce(s.minor, 0), o.amount_minor, cast(null as uuid)
              from __tenant__.stripe_payout o
              left join (select payout_id, cast(sum(amount_minor - fee_minor) as bigint) as minor
                           from __tenant__.stripe_transaction where payout_id is not null and source_id is distinct from payout_id
                          group by payout_id) s on s.payout_id = o.id
             where o.automatic and o.parts_read and o.amount_minor <> coalesce(s.minor, 0)
            """;
    private static final String BALANCES = """
            select 'balance', b.currency, b.currency, cast(coalesce(sum(l.amount_minor), 0) as bigint), b.minor, cast(null as uuid)
              from (select k.currency, cast(k.minor as bigint) as minor
                      from unnest(cast(:currencies as text[]), cast(:minors as text[])) as k (currency, minor)
                     union
                    select distinct currency, 0 from __tenant__.ledger_line
                     where account = 'stripe' and currency <> all (cast(:currencies as text[]))) b
              left join __tenant__.ledger_line l on l.account = 'stripe' and l.currency = b.currency
             group by b.currency, b.minor having b.minor <> coalesce(sum(l.amount_minor), 0)
            """;

    /** What was set aside stays so as long as it was there all the time and says the same. */
    private static final String SAME =
            "known.ended_at is null and (known.ours_minor, known.theirs_minor, known.currency)"
                    + " = (excluded.ours_minor, excluded.theirs_minor, excluded.currency)";

    private static final String SELECT = """
            select kind, reference, currency, ours_minor, theirs_minor, payment_id, found_at, set_aside_at, set_aside_by,
                   set_aside_reason
              from __tenant__.stripe_difference where ended_at is null
            """;

    private final JdbcClient jdbc;

    DifferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Payments of which another total was given back than Stripe says. */
    List<PaymentId> refundsToAskAbout() {
        return jdbc.sql("select d.payment_id from (" + REFUNDS
                        + ") as d (kind, reference, currency, ours, theirs, payment_id) limit :most")
                .param("most", MOST)
                .query((row, _) -> new PaymentId(row.getObject("payment_id", UUID.class)))
                .list();
    }

    /**
     * Payments that arrived and are not in the ledger, or of which another total given back is, as an older version of this
     * application may have left them.
     */
    List<PaymentId> notInTheLedger() {
        return jdbc.sql("""
                        select p.id from __tenant__.payment p
                          left join (select substring(e.source from 'refund:(.*):') as payment_id, -sum(l.amount_minor) as minor
                                       from __tenant__.ledger_entry e join __tenant__.ledger_line l on l.entry_id = e.id
                                      where e.kind in ('refund', 'refund_failed') and l.account = 'stripe' group by 1) r
                            on r.payment_id = cast(p.id as text)
                         where p.state = 'succeeded' and (p.refunded_minor <> coalesce(r.minor, 0) or not exists
                               (select from __tenant__.ledger_entry e where e.source = 'payment:' || p.id)) limit :most""")
                .param("most", MOST)
                .query((row, _) -> new PaymentId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * Compares everything. What is found is kept from when it was first found, and ends when it is not found any more.
     *
     * @param holds what Stripe holds by currency, or nothing if that is not known
     * @return how much raises an alarm, by kind: what was not known before, and of balances what has differed for a day, since money may
     *     have moved while they were compared
     */
    Map<DifferenceKind, Integer> compare(@Nullable Map<String, Long> holds, Instant begun, Instant now) {
        Map<DifferenceKind, Integer> fresh = new EnumMap<>(DifferenceKind.class);
        for (String part : List.of(UNKNOWN, MISSING, AMOUNTS, REFUNDS, PAYOUTS)) {
            find(part, Map.of(), begun, now, fresh);
        }
        find(CONVERTED, Map.of(), begun, now, new EnumMap<>(DifferenceKind.class));
        if (holds != null) {
            find(BALANCES, holds, begun, now, fresh);
        }
        jdbc.sql("update __tenant__.stripe_difference set ended_at = :now where ended_at is null and seen_at < :now"
                        + (holds == null ? " and kind <> 'balance'" : ""))
                .param("now", MovementStore.utc(now))
                .update();
        return fresh;
    }

    private void find(
            String part, Map<String, Long> holds, Instant begun, Instant now, Map<DifferenceKind, Integer> fresh) {
        jdbc.sql("""
                        with found as (
                        insert into __tenant__.stripe_difference as known (kind, reference, currency, ours_minor, theirs_minor,
                            payment_id, found_at, seen_at)
                        select d.kind, d.reference, d.currency, d.ours, d.theirs, d.payment_id, :now, :now
                          from (%s) as d (kind, reference, currency, ours, theirs, payment_id)
                        on conflict (kind, reference) do update set ours_minor = excluded.ours_minor,
                            theirs_minor = excluded.theirs_minor, seen_at = excluded.seen_at, ended_at = null,
                            found_at = case when known.ended_at is null then known.found_at else excluded.found_at end,
                            set_aside_at = case when SAME then known.set_aside_at end,
                            set_aside_by = case when SAME then known.set_aside_by end,
                            set_aside_reason = case when SAME then known.set_aside_reason end
                        returning kind, case when kind = 'balance'
                            then old.ended_at is null and old.seen_at < old.found_at + interval '1 day'
                                 and old.found_at + interval '1 day' <= :now
                            else found_at = :now end as fresh)
                        select kind, cast(count(*) as integer) as many from found where fresh group by kind""".formatted(part).replace("SAME", SAME))
                .param("now", MovementStore.utc(now))
                .param("before", MovementStore.utc(begun.minus(PATIENCE)))
                .param("currencies", holds.keySet().toArray(String[]::new))
                .param("minors", holds.values().stream().map(String::valueOf).toArray(String[]::new))
                .query(row -> {
                    fresh.put(DifferenceKind.of(row.getString("kind")), row.getInt("many"));
                });
    }

    /** Those that are still there, set aside or not: what weighs most first, and of one kind the newest. */
    List<Difference> open(boolean setAside) {
        return jdbc.sql(
                        SELECT
                                + " and (set_aside_at is not null) = :aside"
                                + " order by array_position(cast(:kinds as text[]), kind), found_at desc, reference limit :most")
                .param("aside", setAside)
                .param(
                        "kinds",
                        Arrays.stream(DifferenceKind.values())
                                .map(DifferenceKind::word)
                                .toArray(String[]::new))
                .param("most", MOST)
                .query(DifferenceStore::read)
                .list();
    }

    /** One that is still there. */
    Optional<Difference> find(DifferenceKind kind, String reference) {
        return jdbc.sql(SELECT + " and kind = :kind and reference = :reference")
                .param("kind", kind.word())
                .param("reference", reference)
                .query(DifferenceStore::read)
                .optional();
    }

    /** Lets it be, if it still says what somebody saw, and nobody did so before. */
    boolean setAside(Difference seen, Difference.SetAside why) {
        return jdbc.sql("""
                        update __tenant__.stripe_difference
                           set set_aside_at = :at, set_aside_by = :by, set_aside_reason = :reason
                         where kind = :kind and reference = :reference and ended_at is null and set_aside_at is null
                           and ours_minor = :ours and theirs_minor = :theirs""")
                        .param("at", MovementStore.utc(why.at()))
                        .param("by", why.by())
                        .param("reason", why.reason())
                        .param("kind", seen.kind().word())
                        .param("reference", seen.reference())
                        .param("ours", seen.ours().minor())
                        .param("theirs", seen.theirs().minor())
                        .update()
                == 1;
    }

    /** Has it among the others again; false if it was not set aside. */
    boolean bringBack(DifferenceKind kind, String reference) {
        return jdbc.sql("""
                        update __tenant__.stripe_difference
                           set set_aside_at = null, set_aside_by = null, set_aside_reason = null
                         where kind = :kind and reference = :reference and ended_at is null and set_aside_at is not null""")
                        .param("kind", kind.word())
                        .param("reference", reference)
                        .update()
                == 1;
    }

    private static Difference read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        UUID payment = row.getObject("payment_id", UUID.class);
        return new Difference(
                DifferenceKind.of(row.getString("kind")),
                row.getString("reference"),
                Money.of(row.getLong("ours_minor"), currency),
                Money.of(row.getLong("theirs_minor"), currency),
                payment == null ? null : new PaymentId(payment),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                setAside(row));
    }

    private static Difference.@Nullable SetAside setAside(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("set_aside_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Difference.SetAside(
                        at.toInstant(), row.getString("set_aside_by"), row.getString("set_aside_reason"));
    }
}
