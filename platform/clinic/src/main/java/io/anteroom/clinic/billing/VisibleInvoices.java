package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.reading.Beside;
import io.anteroom.clinic.reading.Together;
import io.anteroom.language.Words;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import java.util.List;
import java.util.Optional;

/**
 * The invoices of the patients whom somebody signed in has full access to, drafts left out: in lists those of the one
 * acted for, by number and by payment those of all. What is not here does not exist for them.
 */
public final class VisibleInvoices {

    private final List<PatientId> open;
    private final List<PatientId> listed;
    private final List<PatientId> payingOnly;
    private final InvoiceReader reader;

    VisibleInvoices(List<PatientId> open, List<PatientId> listed, List<PatientId> payingOnly, InvoiceReader reader) {
        this.open = List.copyOf(open);
        this.listed = List.copyOf(listed);
        this.payingOnly = List.copyOf(payingOnly);
        this.reader = reader;
    }

    /** Those of the patient acted for: what is to pay first, the earliest due on top; then the rest, the newest on top. At most 200. */
    public List<InvoiceRow> list() {
        return reader.sentTo(listed);
    }

    /** The same, with something of another feature in the same statement. */
    public <T> Together<InvoiceRow, T> listWith(Beside<T> other) {
        return reader.sentTo(listed, other);
    }

    /** One of them. */
    public Optional<InvoiceView> find(InvoiceId id) {
        return reader.find(id).filter(this::isVisible).map(this::asMayBeKnown);
    }

    /** Those that a payment was credited to, the first made first. */
    public List<InvoiceView> paidBy(PaymentId payment) {
        return reader.ofPayment(payment).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The one that payments refer to so. */
    public Optional<InvoiceView> find(PayableRef ref) {
        return InvoicePayables.id(ref).flatMap(this::find);
    }

    /** Everything the portal shows of one invoice, pages and papers alike, is made of what comes from here. */
    private InvoiceView asMayBeKnown(InvoiceView invoice) {
        return payingOnly.contains(invoice.patient())
                ? invoice.forPayingOnly(number -> Words.current().say("Item {number}", "number", number))
                : invoice;
    }

    private boolean isVisible(InvoiceView invoice) {
        return invoice.state() != InvoiceState.DRAFT && open.contains(invoice.patient());
    }
}
