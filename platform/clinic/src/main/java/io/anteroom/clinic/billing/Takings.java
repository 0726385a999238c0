package io.anteroom.clinic.billing;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What invoices brought in and what is still to come, in the clinic's currency. Whoever calls has asked for {@code SEE_INVOICES}. */
@Component
@Transactional(readOnly = true)
public class Takings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Takings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A week's.
     *
     * @param monday its first day, by the clinic's clocks
     * @param minor what was paid in it, without what was given back, in minor units
     */
    public record Week(LocalDate monday, long minor) {}

    /**
     * What is to come.
     *
     * @param balance of all patients together
     * @param overdue how many invoices should have been paid by now
     * @param paused how many plans of instalments stand still until a payer goes on with them
     */
    public record ToCome(Balance balance, long overdue, long paused) {}

    /** The last weeks up to this one, those with nothing included; one statement. */
    public List<Week> weeks(int number) {
        var zone = CurrentTenant.get().zone();
        var first =
                today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(number - 1L);
        Map<LocalDate, Long> found = jdbc
                .sql("""
                        select cast(date_trunc('week', p.received_at at time zone :zone) as date) as monday,
                               sum(p.amount_minor - p.refunded_minor) as minor
                          from __tenant__.invoice_payment p
                          join __tenant__.invoice i on i.id = p.invoice_id and i.currency = :currency
                         where p.received_at >= :from group by 1""")
                .param("zone", zone.getId())
                .param("currency", currency().getCurrencyCode())
                .param("from", sql(first.atStartOfDay(zone).toInstant()))
                .query((row, _) -> new Week(row.getObject("monday", LocalDate.class), row.getLong("minor")))
                .stream()
                .collect(Collectors.toMap(Week::monday, Week::minor));
        return first.datesUntil(first.plusWeeks(number), Period.ofWeeks(1))
                .map(monday -> new Week(monday, found.getOrDefault(monday, 0L)))
                .toList();
    }

    /** What is left to pay; one statement. */
    public ToCome toCome() {
        var currency = currency();
        return jdbc.sql("""
                        select coalesce(sum(total_minor - credited_minor - paid_minor), 0) as due,
                               coalesce(sum(total_minor - credited_minor - paid_minor) filter (where greatest(due_on, instalments_until) < :today), 0) as overdue,
                               count(*) filter (where greatest(due_on, instalments_until) < :today) as late,
                               (select count(*) from __tenant__.payment_plan where state = 'paused') as paused
                          from __tenant__.invoice where state in ('open', 'part_paid') and currency = :currency""")
                .param("currency", currency.getCurrencyCode())
                .param("today", today())
                .query((row, _) -> new ToCome(
                        new Balance(row.getLong("due"), row.getLong("overdue"), currency),
                        row.getLong("late"),
                        row.getLong("paused")))
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    private static Currency currency() {
        return CurrentTenant.get().currency();
    }
}
