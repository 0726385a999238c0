package io.anteroom.clinic.billing.statement;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.billing.statement.StatementEntry.Kind;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads statements of account, in two statements. Whoever calls has asked whether the patient's money may be seen. */
@Component
@Transactional(readOnly = true)
public class Statements {

    /** What happened to a patient's invoices before a moment; what happened at one moment in the order it has to have. */
    private static final String EVENTS = """
            select i.sent_at as at, 1 as step, 'INVOICED' as kind, i.id, i.number, 0 as credit, i.total_minor as minor
              from __tenant__.invoice i
             where i.patient_id = :patient and i.currency = :currency and i.number is not null and i.sent_at < :before
            union all
            select i.voided_at, 5, 'VOIDED', i.id, i.number, 0, i.total_minor
              from __tenant__.invoice i
             where i.patient_id = :patient and i.currency = :currency and i.state = 'void' and i.voided_at < :before
            union all
            select n.created_at, 3, 'CREDITED', i.id, i.number, n.number, n.total_minor
              from __tenant__.credit_note n join __tenant__.invoice i on i.id = n.invoice_id
             where i.patient_id = :patient and i.currency = :currency and n.created_at < :before
            union all
            select p.received_at, 2, 'PAID', i.id, i.number, 0, p.amount_minor
              from __tenant__.invoice_payment p join __tenant__.invoice i on i.id = p.invoice_id
             where i.patient_id = :patient and i.currency = :currency and p.received_at < :before
            union all
            select r.heard_at, 4, 'GIVEN_BACK', i.id, i.number, 0, r.amount_minor
              from __tenant__.invoice_refund r join __tenant__.invoice i on i.id = r.invoice_id
             where i.patient_id = :patient and i.currency = :currency and r.heard_at < :before
             order by at, step, id, credit""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Statements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The clinic's today, which a statement ends at unless somebody says otherwise. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    /**
     * A patient's account.
     *
     * @param until not before {@code from}
     * @return nothing if there is no such patient
     */
    public Optional<Statement> of(PatientId patient, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A statement begins before it ends");
        }
        Optional<String> name = jdbc.sql(
                        "select given_name || ' ' || family_name from __tenant__.patient where id = :id")
                .param("id", patient.value())
                .query(String.class)
                .optional();
        return name.map(known -> read(patient, known.strip(), from, until));
    }

    private Statement read(PatientId patient, String name, LocalDate from, LocalDate until) {
        ZoneId zone = CurrentTenant.get().zone();
        Currency currency = CurrentTenant.get().currency();
        var account = new Account();
        Deque<StatementEntry> entries = new ArrayDeque<>();
        boolean[] cut = {false};
        long[] opening = {0};
        jdbc.sql(EVENTS)
                .param("patient", patient.value())
                .param("currency", currency.getCurrencyCode())
                .param("before", sql(until.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(row -> {
                    Kind kind = Kind.valueOf(row.getString("kind"));
                    long minor = row.getLong("minor");
                    LocalDate day = LocalDate.ofInstant(instant(row, "at"), zone);
                    long balance = account.after(row.getLong("id"), kind, minor);
                    if (day.isBefore(from)) {
                        opening[0] = balance;
                    } else {
                        boolean asks = kind == Kind.INVOICED || kind == Kind.GIVEN_BACK;
                        entries.add(new StatementEntry(
                                day,
                                kind,
                                row.getLong("number"),
                                row.getLong("credit"),
                                asks ? minor : -minor,
                                balance));
                        if (entries.size() > Statement.MOST) {
                            opening[0] = entries.removeFirst().balanceMinor();
                            cut[0] = true;
                        }
                    }
                });
        return new Statement(name, currency, from, until, opening[0], List.copyOf(entries), account.balance(), cut[0]);
    }
}
