package io.anteroom.clinic.billing.money;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.money.PaymentQuery.Outcome;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every payment of the clinic, by day and outcome: three statements a page, whatever is asked. */
@Component
@Transactional(readOnly = true)
public class PaymentList {

    private static final String MOMENT = "coalesce(p.settled_at, p.created_at)";

    private static final String WHAT_FOR = """
              left join lateral
                   (select array_agg(i.id order by i.id) as invoices, array_agg(i.number order by i.id) as numbers,
                           min(i.patient_id) as patient_id
                      from __tenant__.invoice i
                     where i.id in (select case when p.payable_kind = 'invoice' then cast(p.payable_id as bigint) end
                                    union all
                                    select case when t.payable_kind = 'invoice' then cast(t.payable_id as bigint) end
                                      from __tenant__.payment_part t where t.payment_id = p.id)) f on true
              left join __tenant__.patient q on q.id = f.patient_id
            """;

    private static final String DAYS = " where (cast(:begin as timestamptz) is null or " + MOMENT + " >= :begin)"
            + " and (cast(:end as timestamptz) is null or " + MOMENT + " < :end)";

    private final JdbcClient jdbc;

    PaymentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The page that {@code query} asks for; beyond the last one it has no rows. */
    public PaymentPage page(PaymentQuery query) {
        return new PaymentPage(rows(query), counts(query), sums(query));
    }

    /** What these payments are for; one statement, and those that are not known are left out. */
    public Map<PaymentId, PaidFor> paidFor(Collection<PaymentId> payments) {
        if (payments.isEmpty()) {
            return Map.of();
        }
        Map<PaymentId, PaidFor> found = new HashMap<>();
        jdbc.sql("select p.id, p.payable_kind, p.payable_id, f.invoices, f.numbers, q.given_name, q.family_name"
                        + " from __tenant__.payment p" + WHAT_FOR + " where p.id in (:ids)")
                .param("ids", payments.stream().map(PaymentId::value).toList())
                .query(row -> {
                    found.put(new PaymentId(row.getObject("id", UUID.class)), paidFor(row));
                });
        return Map.copyOf(found);
    }

    private List<PaymentRow> rows(PaymentQuery query) {
        return days(
                        """
                        select p.id, p.payable_kind, p.payable_id, p.amount_minor, p.currency, p.state, p.allocation,
                               case when p.payment_intent_id is not null then p.failure end as declined, p.created_at, p.settled_at,
                               p.card, p.refunded_minor, p.give_back_at is not null and p.state = 'succeeded'
                                   and p.refunded_minor < p.amount_minor as to_be_given_back,
                               p.allocation = 'unallocated' and p.refunded_minor < p.amount_minor and p.amount_minor <= p.refunded_minor
                                   + (select coalesce(sum(r.amount_minor), 0) from __tenant__.payment_refund r
                                       where r.payment_id = p.id and r.settled_at is not null) as settled,
                               (select d.status from __tenant__.stripe_dispute d where d.payment_id = p.id
                                 order by d.opened_at desc, d.id desc limit 1) as dispute,
                               f.invoices, f.numbers, q.given_name, q.family_name
                          from __tenant__.payment p""" + WHAT_FOR + DAYS + " and " + query.show().condition()
                                + " order by " + MOMENT + " desc, p.id desc limit :size offset :skip",
                        query)
                .param("size", PaymentQuery.PAGE_SIZE)
                .param("skip", (query.page() - 1L) * PaymentQuery.PAGE_SIZE)
                .query((row, _) ->
                        new PaymentRow(payment(row), paidFor(row), row.getBoolean("settled"), row.getString("dispute")))
                .list();
    }

    private Map<Outcome, Long> counts(PaymentQuery query) {
        String sums = Arrays.stream(Outcome.values())
                .map(show -> "count(*) filter (where " + show.condition() + ") as " + show.name())
                .collect(Collectors.joining(", "));
        return days("select " + sums + " from __tenant__.payment p" + DAYS, query)
                .query((row, _) -> {
                    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
                    for (Outcome show : Outcome.values()) {
                        counts.put(show, row.getLong(show.name()));
                    }
                    return counts;
                })
                .single();
    }

    private List<PaymentPage.Sum> sums(PaymentQuery query) {
        return days(
                        "select p.currency, cast(sum(p.amount_minor) as bigint) as arrived,"
                                + " cast(sum(p.refunded_minor) as bigint) as refunded from __tenant__.payment p" + DAYS
                                + " and p.state = 'succeeded' group by p.currency order by p.currency",
                        query)
                .query((row, _) -> new PaymentPage.Sum(
                        Money.of(row.getLong("arrived"), row.getString("currency")),
                        Money.of(row.getLong("refunded"), row.getString("currency"))))
                .list();
    }

    /** By the clinic's own days. */
    private JdbcClient.StatementSpec days(String statement, PaymentQuery query) {
        LocalDate from = query.from();
        LocalDate until = query.until();
        var zone = CurrentTenant.get().zone();
        return jdbc.sql(statement)
                .param(
                        "begin",
                        from == null ? null : sql(from.atStartOfDay(zone).toInstant()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "end",
                        until == null
                                ? null
                                : sql(until.plusDays(1).atStartOfDay(zone).toInstant()),
                        Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static PaidFor paidFor(ResultSet row) throws SQLException {
        if (row.getArray("invoices") == null) {
            boolean deposit = row.getString("payable_kind").equals("deposit");
            return new PaidFor(List.of(), null, deposit ? row.getString("payable_id") : null);
        }
        Long[] invoices = (Long[]) row.getArray("invoices").getArray();
        Long[] numbers = (Long[]) row.getArray("numbers").getArray();
        List<PaidFor.Paid> paid = IntStream.range(0, invoices.length)
                .mapToObj(at -> new PaidFor.Paid(new InvoiceId(invoices[at]), numbers[at]))
                .toList();
        return new PaidFor(paid, row.getString("given_name") + " " + row.getString("family_name"), null);
    }

    private static Payment payment(ResultSet row) throws SQLException {
        String allocation = row.getString("allocation");
        return new Payment(
                new PaymentId(row.getObject("id", UUID.class)),
                new PayableRef(row.getString("payable_kind"), row.getString("payable_id")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                PaymentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                allocation == null ? null : Allocation.valueOf(allocation.toUpperCase(Locale.ROOT)),
                row.getString("declined"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("settled_at", OffsetDateTime.class)),
                row.getString("card"),
                row.getLong("refunded_minor"),
                row.getBoolean("to_be_given_back"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
