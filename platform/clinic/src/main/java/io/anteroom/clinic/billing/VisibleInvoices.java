package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The invoices of the patients whom somebody signed in has full access to, drafts left out. What is not here does not
 * exist for them.
 */
public final class VisibleInvoices {

    /** A list longer than this is cut at its oldest. */
    private static final int MOST = 200;

    private final List<PatientId> patients;
    private final InvoiceReader reader;
    private final JdbcClient jdbc;

    VisibleInvoices(List<PatientId> patients, InvoiceReader reader, JdbcClient jdbc) {
        this.patients = List.copyOf(patients);
        this.reader = reader;
        this.jdbc = jdbc;
    }

    /** All of them: what is to pay first, the earliest due on top; then the rest, the newest on top. */
    public List<InvoiceRow> list() {
        if (patients.isEmpty()) {
            return List.of();
        }
        LocalDate today = reader.today();
        return jdbc.sql("select " + InvoiceList.COLUMNS + InvoiceList.TABLES
                        + " where i.patient_id in (:patients) and i.state <> 'draft'"
                        + " order by i.state in ('open', 'part_paid') desc,"
                        + " case when i.state in ('open', 'part_paid') then i.due_on end, i.number desc limit :most")
                .param("patients", patients.stream().map(PatientId::value).toList())
                .param("most", MOST)
                .query((row, _) -> InvoiceList.row(row, today))
                .list();
    }

    /** One of them. */
    public Optional<InvoiceView> find(InvoiceId id) {
        return reader.find(id).filter(this::isVisible);
    }

    /** The one that a payment was credited to. */
    public Optional<InvoiceView> paidBy(PaymentId payment) {
        return reader.ofPayment(payment).flatMap(this::find);
    }

    /** The one that payments refer to so. */
    public Optional<InvoiceView> find(PayableRef ref) {
        return InvoicePayables.id(ref).flatMap(this::find);
    }

    private boolean isVisible(InvoiceView invoice) {
        return invoice.state() != InvoiceState.DRAFT && patients.contains(invoice.patient());
    }
}
