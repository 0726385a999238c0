package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.reading.Beside;
import io.anteroom.clinic.reading.Together;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads invoices to be shown, in three statements however many lines and payments there are. */
@Component
@Transactional(readOnly = true)
class InvoiceReader {

    /** A patients' list longer than this is cut at its oldest. */
    private static final int MOST = 200;

    private static final String SENT = "select " + InvoiceList.COLUMNS + InvoiceList.TABLES
            + " where i.patient_id in (:patients) and i.state <> 'draft'";

    private static final String BY_URGENCY = " order by i.state in ('open', 'part_paid') desc,"
            + " case when i.state in ('open', 'part_paid') then i.due_on end, i.number desc";

    private final JdbcClient jdbc;
    private final Clock clock;

    InvoiceReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The clinic's today. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    Optional<InvoiceView> find(InvoiceId id) {
        List<InvoiceLine> lines = lines(id);
        List<InvoicePayment> payments = payments(id);
        LocalDate today = today();
        return jdbc.sql("""
                        select i.id, i.patient_id, p.given_name, p.family_name, i.number, i.state, i.currency, i.issued_on,
                               i.due_on, i.instalments_until, i.note, i.discount_basis_points, i.discount_minor, i.net_minor, i.tax_minor, i.total_minor, i.paid_minor, i.credited_minor, i.created_at,
                               i.created_by, i.sent_at, i.sent_by, i.voided_at, i.voided_by, i.void_reason, i.version
                          from __tenant__.invoice i join __tenant__.patient p on p.id = i.patient_id
                         where i.id = :id""")
                .param("id", id.value())
                .query((row, _) -> view(row, today, lines, payments))
                .optional();
    }

    /** What was sent to these patients: what is to pay first, the earliest due on top; then the rest, the newest on top. */
    List<InvoiceRow> sentTo(List<PatientId> patients) {
        if (patients.isEmpty()) {
            return List.of();
        }
        LocalDate today = today();
        return jdbc.sql(SENT + BY_URGENCY + " limit :most")
                .param("patients", patients.stream().map(PatientId::value).toList())
                .param("most", MOST)
                .query((row, _) -> InvoiceList.row(row, today))
                .list();
    }

    /** The same beside {@code other}, which is there whether there is an invoice or not. */
    <T> Together<InvoiceRow, T> sentTo(List<PatientId> patients, Beside<T> other) {
        LocalDate today = today();
        return jdbc.sql(other.with("i", SENT + BY_URGENCY + " limit :most", BY_URGENCY))
                .param(
                        "patients",
                        patients.isEmpty()
                                ? List.of(0L)
                                : patients.stream().map(PatientId::value).toList())
                .param("most", MOST)
                .params(other.params())
                .query((ResultSet rows) -> {
                    List<InvoiceRow> invoices = new ArrayList<>();
                    Optional<T> beside = Optional.empty();
                    for (int number = 0; rows.next(); number++) {
                        if (number == 0 && rows.getObject(other.key()) != null) {
                            beside = Optional.of(
                                    Objects.requireNonNull(other.mapper().mapRow(rows, number)));
                        }
                        if (rows.getObject("id") != null) {
                            invoices.add(InvoiceList.row(rows, today));
                        }
                    }
                    return new Together<>(invoices, beside);
                });
    }

    /** These invoices, in no order. */
    List<InvoiceRow> rows(List<InvoiceId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        LocalDate today = today();
        return jdbc.sql("select " + InvoiceList.COLUMNS + InvoiceList.TABLES + " where i.id in (:ids)")
                .param("ids", ids.stream().map(InvoiceId::value).distinct().toList())
                .query((row, _) -> InvoiceList.row(row, today))
                .list();
    }

    /** The invoices that a payment counts towards, the first made first. */
    List<InvoiceId> ofPayment(PaymentId payment) {
        return jdbc.sql("select invoice_id from __tenant__.invoice_payment where payment_id = :id order by invoice_id")
                .param("id", payment.value())
                .query((row, _) -> new InvoiceId(row.getLong("invoice_id")))
                .list();
    }

    /** The invoices that payments are to pay at once, of those that pay several. */
    Map<PaymentId, List<InvoiceId>> partsOf(List<PaymentId> payments) {
        if (payments.isEmpty()) {
            return Map.of();
        }
        Map<PaymentId, List<InvoiceId>> parts = new HashMap<>();
        jdbc.sql("select payment_id, payable_kind, payable_id from __tenant__.payment_part where payment_id in (:ids)"
                        + " order by position")
                .param("ids", payments.stream().map(PaymentId::value).toList())
                .query(row -> {
                    var id = new PaymentId(row.getObject("payment_id", UUID.class));
                    InvoicePayables.id(new PayableRef(row.getString("payable_kind"), row.getString("payable_id")))
                            .ifPresent(invoice -> parts.computeIfAbsent(id, _ -> new ArrayList<>())
                                    .add(invoice));
                });
        return parts;
    }

    /** What is left to pay on all invoices sent to the patient, in one statement. */
    Balance balance(PatientId patient) {
        Currency currency = CurrentTenant.get().currency();
        return jdbc.sql("""
                        select coalesce(sum(total_minor - credited_minor - paid_minor), 0) as due,
                               coalesce(sum(total_minor - credited_minor - paid_minor) filter (where greatest(due_on, instalments_until) < :today), 0) as overdue
                          from __tenant__.invoice
                         where patient_id = :patient and state in ('open', 'part_paid') and currency = :currency""")
                .param("patient", patient.value())
                .param("currency", currency.getCurrencyCode())
                .param("today", today())
                .query((row, _) -> new Balance(row.getLong("due"), row.getLong("overdue"), currency))
                .single();
    }

    private List<InvoiceLine> lines(InvoiceId id) {
        return jdbc.sql(
                        "select description, quantity, unit_minor, tax_basis_points, tax_included, discount_basis_points,"
                                + " discount_minor, shared_discount_minor from __tenant__.invoice_line"
                                + " where invoice_id = :id order by position")
                .param("id", id.value())
                .query((row, _) -> new InvoiceLine(
                        row.getString("description"),
                        row.getBigDecimal("quantity"),
                        row.getLong("unit_minor"),
                        row.getInt("tax_basis_points"),
                        row.getBoolean("tax_included"),
                        row.getInt("discount_basis_points"),
                        row.getLong("discount_minor"),
                        row.getLong("shared_discount_minor")))
                .list();
    }

    private List<InvoicePayment> payments(InvoiceId id) {
        return jdbc.sql("select payment_id, amount_minor, received_at, refunded_minor from __tenant__.invoice_payment"
                        + " where invoice_id = :id order by received_at, payment_id")
                .param("id", id.value())
                .query((row, _) -> new InvoicePayment(
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        row.getLong("amount_minor"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getLong("refunded_minor")))
                .list();
    }

    private static InvoiceView view(
            ResultSet row, LocalDate today, List<InvoiceLine> lines, List<InvoicePayment> payments)
            throws SQLException {
        InvoiceState state = InvoiceState.of(row.getString("state"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        LocalDate instalmentsUntil = row.getObject("instalments_until", LocalDate.class);
        return new InvoiceView(
                new InvoiceId(row.getLong("id")),
                new PatientId(row.getLong("patient_id")),
                name(row),
                row.getObject("number", Long.class),
                state,
                isOverdue(state, dueOn, instalmentsUntil, today),
                Currency.getInstance(row.getString("currency")),
                row.getObject("issued_on", LocalDate.class),
                dueOn,
                instalmentsUntil,
                row.getString("note"),
                new Discount(row.getInt("discount_basis_points"), row.getLong("discount_minor")),
                row.getLong("net_minor"),
                row.getLong("tax_minor"),
                row.getLong("total_minor"),
                row.getLong("paid_minor"),
                row.getLong("credited_minor"),
                history(row),
                lines,
                payments,
                row.getInt("version"),
                false);
    }

    /** Whether the last day to pay, or that of the instalments that are to come, is over. */
    static boolean isOverdue(
            InvoiceState state, LocalDate dueOn, @Nullable LocalDate instalmentsUntil, LocalDate today) {
        return state.awaitsPayment()
                && dueOn.isBefore(today)
                && (instalmentsUntil == null || instalmentsUntil.isBefore(today));
    }

    static String name(ResultSet row) throws SQLException {
        return (row.getString("given_name") + " " + row.getString("family_name")).strip();
    }

    private static InvoiceView.History history(ResultSet row) throws SQLException {
        return new InvoiceView.History(
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "sent_at"),
                row.getString("sent_by"),
                instant(row, "voided_at"),
                row.getString("voided_by"),
                row.getString("void_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
