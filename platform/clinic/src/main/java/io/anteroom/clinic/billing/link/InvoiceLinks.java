package io.anteroom.clinic.billing.link;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links. Whether one leads anywhere is asked of its invoice each time, so one that is paid, void or credited needs nobody to end
 * it.
 */
@Component
public class InvoiceLinks {

    /** So long after the last day to pay a link still leads there. */
    private static final Duration AFTER_DUE = Duration.ofDays(30);

    /** The longest that any lasts. */
    private static final Duration AT_MOST = Duration.ofDays(180);

    /** So long after it was begun, whoever knows a payment's number is told what came of it. */
    private static final Duration TOLD = Duration.ofDays(1);

    private static final String SELECT = """
            select l.id, l.invoice_id, l.expires_at, i.number, i.currency, i.due_on, greatest(i.due_on, i.instalments_until) as late_after,
                   i.total_minor - i.credited_minor - i.paid_minor as due_minor
              from __tenant__.invoice_link l join __tenant__.invoice i on i.id = l.invoice_id
             where l.expires_at > :now and i.state in ('open', 'part_paid')
            """;

    private final JdbcClient jdbc;
    private final RandomTokens tokens;
    private final PublishedPortals portals;
    private final Clock clock;

    InvoiceLinks(JdbcClient jdbc, RandomTokens tokens, PublishedPortals portals, Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.portals = portals;
        this.clock = clock;
    }

    /**
     * A new link to an invoice that is being sent.
     *
     * @param key for the mail alone
     * @param lastDay the last day on all of which it leads there
     */
    public record Made(InvoiceLinkKey key, LocalDate lastDay) {}

    /** Makes a link, or nothing where the portal has no invoices. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Made> make(InvoiceId invoice, LocalDate dueOn) {
        if (!portals.current().offers(Section.INVOICES)) {
            return Optional.empty();
        }
        var zone = CurrentTenant.get().zone();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate wanted = dueOn.plusDays(AFTER_DUE.toDays());
        LocalDate most = today.plusDays(AT_MOST.toDays());
        LocalDate lastDay = wanted.isBefore(most) ? wanted : most;
        var key = new InvoiceLinkKey(tokens.draw());
        jdbc.sql("insert into __tenant__.invoice_link (invoice_id, key_hash, made_at, expires_at)"
                        + " values (:invoice, :hash, :now, :expires)")
                .param("invoice", invoice.value())
                .param("hash", key.hash())
                .param("now", sql(now))
                .param("expires", sql(lastDay.plusDays(1).atStartOfDay(zone).toInstant()))
                .update();
        return Optional.of(new Made(key, lastDay));
    }

    /** What a link leads to. Looks, and changes nothing: programs that look through mail follow every link. */
    @Transactional(readOnly = true)
    public Optional<LinkedInvoice> find(InvoiceLinkKey key) {
        return portals.current().offers(Section.INVOICES)
                ? jdbc.sql(SELECT + " and l.key_hash = :hash")
                        .param("now", sql(clock.instant()))
                        .param("hash", key.hash())
                        .query((row, _) -> linked(row))
                        .optional()
                : Optional.empty();
    }

    /** The same for whoever comes back from a payment that was begun by the link. */
    @Transactional(readOnly = true)
    public Optional<LinkedInvoice> ofPayment(PaymentId payment) {
        return portals.current().offers(Section.INVOICES)
                ? jdbc.sql(SELECT + """
                                 and l.id = (select link_id from __tenant__.invoice_link_payment
                                              where payment_id = :payment and begun_at > :told)""")
                        .param("now", sql(clock.instant()))
                        .param("payment", payment.value())
                        .param("told", sql(clock.instant().minus(TOLD)))
                        .query((row, _) -> linked(row))
                        .optional()
                : Optional.empty();
    }

    /** The number of the invoice for which a payment was begun by a link not long ago; also where there is nothing left to pay. */
    @Transactional(readOnly = true)
    public Optional<Long> numberOf(PaymentId payment) {
        return jdbc.sql("""
                        select i.number from __tenant__.invoice_link_payment p
                          join __tenant__.invoice_link l on l.id = p.link_id
                          join __tenant__.invoice i on i.id = l.invoice_id
                         where p.payment_id = :payment and p.begun_at > :told""")
                .param("payment", payment.value())
                .param("told", sql(clock.instant().minus(TOLD)))
                .query(Long.class)
                .optional();
    }

    /** Remembers that a payment was begun by a link; a second click remembers nothing more. */
    @Transactional
    public void began(LinkedInvoice linked, PaymentId payment) {
        jdbc.sql("insert into __tenant__.invoice_link_payment (payment_id, link_id, begun_at)"
                        + " values (:payment, :link, :now) on conflict (payment_id) do nothing")
                .param("payment", payment.value())
                .param("link", linked.link())
                .param("now", sql(clock.instant()))
                .update();
    }

    private LinkedInvoice linked(ResultSet row) throws SQLException {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        return new LinkedInvoice(
                row.getLong("id"),
                new InvoiceId(row.getLong("invoice_id")),
                row.getLong("number"),
                Money.of(row.getLong("due_minor"), row.getString("currency")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("late_after", LocalDate.class).isBefore(today),
                instant(row, "expires_at"));
    }
}
