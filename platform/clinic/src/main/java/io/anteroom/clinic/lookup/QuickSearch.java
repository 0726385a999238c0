package io.anteroom.clinic.lookup;

import io.anteroom.clinic.billing.GivenBack;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.SearchTerms;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds patients and invoices of the current clinic by what was typed, in one statement. */
@Component
@Transactional(readOnly = true)
public class QuickSearch {

    /** As in the list of patients, the search itself is materialized, since the plan is kept for any words. */
    private static final String SEARCH = """
            with found as materialized (
                select id, given_name, family_name, birth_date, family_key, given_key
                  from __tenant__.patient where search @@ cast(:terms as tsquery) and not merged),
            p as materialized (
                select id, given_name, family_name, birth_date,
                       row_number() over (order by family_key, given_key, birth_date, id) as place
                  from found order by place limit :patients),
            i as (
                select i.id, q.given_name, q.family_name, i.number, i.state, i.currency, greatest(i.due_on, i.instalments_until) as late_after, i.total_minor,
                       i.paid_minor,
                       row_number() over (order by i.number is not distinct from cast(:number as bigint) desc, i.due_on, i.id)
                           as place
                  from __tenant__.invoice i join __tenant__.patient q on q.id = i.patient_id
                 where i.number = cast(:number as bigint)
                    or (i.patient_id in (select id from p) and i.state in ('open', 'part_paid'))
                 order by place limit :invoices)
            select 1 as kind, place, id, given_name, family_name, birth_date, null as number, null as state, null as currency,
                   null as late_after, null as total_minor, null as paid_minor, null as refunded_minor from p
            union all
            select 2, place, id, given_name, family_name, null, number, state, currency, late_after, total_minor,
                   paid_minor,
                   (select coalesce(sum(r.refunded_minor), 0) from __tenant__.invoice_payment r where r.invoice_id = i.id)
              from i
            order by kind, place""";

    private final JdbcClient jdbc;
    private final Clock clock;

    QuickSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was meant by {@code typed}: parts of a name, a birth date, a phone number, an email, or an invoice's number.
     *
     * @param withInvoices whether whoever asks may see invoices
     */
    public Matches find(String typed, boolean withInvoices) {
        return SearchTerms.of(typed, CurrentTenant.get().country())
                .map(terms -> find(terms, typed, withInvoices))
                .orElse(Matches.NONE);
    }

    private Matches find(String terms, String typed, boolean withInvoices) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        List<PatientMatch> patients = new ArrayList<>();
        List<InvoiceMatch> invoices = new ArrayList<>();
        jdbc.sql(SEARCH)
                .param("terms", terms)
                .param("number", number(typed), Types.BIGINT)
                .param("patients", Matches.MOST_PATIENTS)
                .param("invoices", withInvoices ? Matches.MOST_INVOICES : 0)
                .query(row -> {
                    if (row.getInt("kind") == 1) {
                        patients.add(patient(row));
                    } else {
                        invoices.add(invoice(row, today));
                    }
                });
        return new Matches(patients, invoices);
    }

    private static @Nullable Long number(String typed) {
        String digits = typed.strip();
        return digits.matches("[0-9]{1,18}") ? Long.valueOf(digits) : null;
    }

    private static PatientMatch patient(ResultSet row) throws SQLException {
        return new PatientMatch(
                new PatientId(row.getLong("id")), name(row), row.getObject("birth_date", LocalDate.class));
    }

    private static InvoiceMatch invoice(ResultSet row, LocalDate today) throws SQLException {
        InvoiceState state = InvoiceState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new InvoiceMatch(
                new InvoiceId(row.getLong("id")),
                row.getObject("number", Long.class),
                name(row),
                state,
                state.awaitsPayment()
                        && row.getObject("late_after", LocalDate.class).isBefore(today),
                Currency.getInstance(row.getString("currency")),
                row.getLong("total_minor"),
                GivenBack.of(row.getLong("paid_minor"), row.getLong("refunded_minor")));
    }

    private static String name(ResultSet row) throws SQLException {
        return (row.getString("given_name") + " " + row.getString("family_name")).strip();
    }
}
