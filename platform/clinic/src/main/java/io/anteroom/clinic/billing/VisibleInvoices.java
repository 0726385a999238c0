package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import java.util.List;
import java.util.Optional;

/**
 * The invoices of the patients whom somebody signed in has full access to, drafts left out. What is not here does not
 * exist for them.
 */
public final class VisibleInvoices {

    private final List<PatientId> patients;
    private final InvoiceReader reader;

    VisibleInvoices(List<PatientId> patients, InvoiceReader reader) {
        this.patients = List.copyOf(patients);
        this.reader = reader;
    }

    /** All of them: what is to pay first, the earliest due on top; then the rest, the newest on top. At most 200. */
    public List<InvoiceRow> list() {
        return reader.sentTo(patients);
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
