package io.anteroom.clinic.billing.credit;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of credit notes, and what they change of an invoice. */
@Repository
class CreditRows {

    private final JdbcClient jdbc;

    CreditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An invoice that a note can be written for, its row locked until the transaction ends. */
    record Locked(
            InvoiceId id,
            PatientId patient,
            long number,
            Currency currency,
            long totalMinor,
            long paidMinor,
            long creditedMinor,
            long refundedMinor) {

        /** What is still to pay. */
        long dueMinor() {
            return Math.max(0, totalMinor - paidMinor - creditedMinor);
        }

        /** What was paid beyond what is left, and is not given back yet. */
        long toGiveBackMinor() {
            return Math.max(0, paidMinor + creditedMinor - totalMinor - refundedMinor);
        }
    }

    Optional<Locked> lock(InvoiceId id) {
        return jdbc.sql("""
                        select i.id, i.patient_id, i.number, i.currency, i.total_minor, i.paid_minor, i.credited_minor,
                               (select coalesce(sum(p.refunded_minor), 0) from __tenant__.invoice_payment p
                                 where p.invoice_id = i.id) as refunded_minor
                          from __tenant__.invoice i
                         where i.id = :id and i.state in ('open', 'part_paid', 'paid') for update""")
                .param("id", id.value())
                .query((row, _) -> new Locked(
                        new InvoiceId(row.getLong("id")),
                        new PatientId(row.getLong("patient_id")),
                        row.getLong("number"),
                        Currency.getInstance(row.getString("currency")),
                        row.getLong("total_minor"),
                        row.getLong("paid_minor"),
                        row.getLong("credited_minor"),
                        row.getLong("refunded_minor")))
                .optional();
    }

    List<Creditable> lines(InvoiceId id) {
        return jdbc.sql("""
                        select l.position, l.description, l.tax_basis_points, l.net_minor + l.tax_minor as total_minor, l.tax_minor,
                               coalesce(c.credited, 0) as credited, coalesce(c.credited_tax, 0) as credited_tax
                          from __tenant__.invoice_line l
                          left join (select k.position, sum(k.net_minor + k.tax_minor) as credited, sum(k.tax_minor) as credited_tax
                                       from __tenant__.credit_note_line k
                                       join __tenant__.credit_note n on n.id = k.credit_note_id
                                      where n.invoice_id = :id group by k.position) c on c.position = l.position
                         where l.invoice_id = :id order by l.position""")
                .param("id", id.value())
                .query((row, _) -> new Creditable(
                        row.getInt("position"),
                        row.getString("description"),
                        row.getInt("tax_basis_points"),
                        row.getLong("total_minor"),
                        row.getLong("tax_minor"),
                        row.getLong("credited"),
                        row.getLong("credited_tax")))
                .list();
    }

    /** The next number of the series; given back if the transaction is rolled back, as an invoice's is. */
    long nextNumber() {
        return jdbc.sql("""
                        insert into __tenant__.credit_number as counter (sole, last) values (true, 1)
                        on conflict (sole) do update set last = counter.last + 1
                        returning last""").query(Long.class).single();
    }

    CreditNoteId add(
            Locked invoice, long number, LocalDate day, String reason, List<CreditLine> lines, Instant at, String by) {
        CreditNoteId id = jdbc.sql("""
                        insert into __tenant__.credit_note
                            (invoice_id, number, issued_on, currency, reason, net_minor, tax_minor, total_minor, created_at, created_by)
                        values (:invoice, :number, :day, :currency, :reason, :net, :tax, :total, :at, :by) returning id""")
                .param("invoice", invoice.id().value())
                .param("number", number)
                .param("day", day)
                .param("currency", invoice.currency().getCurrencyCode())
                .param("reason", reason)
                .param("net", lines.stream().mapToLong(CreditLine::netMinor).sum())
                .param("tax", lines.stream().mapToLong(CreditLine::taxMinor).sum())
                .param("total", lines.stream().mapToLong(CreditLine::totalMinor).sum())
                .param("at", sql(at))
                .param("by", by)
                .query((row, _) -> new CreditNoteId(row.getLong("id")))
                .single();
        lines.forEach(line -> jdbc.sql("""
                        insert into __tenant__.credit_note_line
                            (credit_note_id, position, description, tax_basis_points, net_minor, tax_minor)
                        values (:note, :position, :description, :rate, :net, :tax)""")
                .param("note", id.value())
                .param("position", line.position())
                .param("description", line.description())
                .param("rate", line.taxBasisPoints())
                .param("net", line.netMinor())
                .param("tax", line.taxMinor())
                .update());
        return id;
    }

    /** Lowers what the invoice asks for; one that asks for nothing more is paid, or, if nothing was paid, credited. */
    void lower(InvoiceId id, long amount, Instant at) {
        jdbc.sql("""
                        update __tenant__.invoice
                           set credited_minor = credited_minor + :amount,
                               state = case when paid_minor + credited_minor + :amount < total_minor then state
                                            when paid_minor = 0 then 'credited' else 'paid' end,
                               paid_at = case when paid_minor > 0 and paid_minor + credited_minor + :amount >= total_minor
                                              then coalesce(paid_at, :at) else paid_at end,
                               version = version + 1
                         where id = :id""")
                .param("amount", amount)
                .param("at", sql(at))
                .param("id", id.value())
                .update();
    }

    List<CreditNote> of(InvoiceId invoice) {
        return jdbc.sql("""
                        select n.id, n.invoice_id, n.number, n.issued_on, n.currency, n.reason, n.net_minor, n.tax_minor,
                               n.created_at, n.created_by
                          from __tenant__.credit_note n where n.invoice_id = :invoice order by n.id""")
                .param("invoice", invoice.value())
                .query((row, _) -> note(row, List.of()))
                .list();
    }

    Optional<CreditNote> find(InvoiceId invoice, CreditNoteId id) {
        List<CreditLine> lines = jdbc.sql("""
                        select position, description, tax_basis_points, net_minor, tax_minor
                          from __tenant__.credit_note_line where credit_note_id = :id order by position""")
                .param("id", id.value())
                .query((row, _) -> new CreditLine(
                        row.getInt("position"),
                        row.getString("description"),
                        row.getInt("tax_basis_points"),
                        row.getLong("net_minor"),
                        row.getLong("tax_minor")))
                .list();
        return jdbc.sql("""
                        select n.id, n.invoice_id, n.number, n.issued_on, n.currency, n.reason, n.net_minor, n.tax_minor,
                               n.created_at, n.created_by
                          from __tenant__.credit_note n where n.id = :id and n.invoice_id = :invoice""")
                .param("id", id.value())
                .param("invoice", invoice.value())
                .query((row, _) -> note(row, lines))
                .optional();
    }

    private static CreditNote note(ResultSet row, List<CreditLine> lines) throws SQLException {
        return new CreditNote(
                new CreditNoteId(row.getLong("id")),
                new InvoiceId(row.getLong("invoice_id")),
                row.getLong("number"),
                row.getObject("issued_on", LocalDate.class),
                Currency.getInstance(row.getString("currency")),
                row.getString("reason"),
                row.getLong("net_minor"),
                row.getLong("tax_minor"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                lines);
    }
}
