package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.TimelineEntry;
import io.anteroom.clinic.billing.credit.CreditNote;
import io.anteroom.payments.Payment;
import java.util.List;

/**
 * One invoice on its page.
 *
 * @param base the organisation's address
 * @param attempts every try to pay it, the newest first
 * @param credits the credit notes, the first first
 * @param payable whether patients can pay by card at all
 * @param cardOnFile whether this member of staff may charge a card that is on file for it
 * @param editable whether this member of staff may change it
 * @param mayConnect whether this member of staff may set up card payments
 */
public record InvoicePageView(
        String base,
        InvoiceView invoice,
        List<TimelineEntry> timeline,
        List<Payment> attempts,
        List<CreditNote> credits,
        boolean payable,
        boolean cardOnFile,
        boolean editable,
        boolean mayConnect) {

    /** The invoice's address. */
    public String url() {
        return base + "/invoices/" + invoice.id();
    }

    /** Whether it can still be written. */
    public boolean isDraft() {
        return invoice.state() == InvoiceState.DRAFT;
    }

    /** Whether it can be made void. */
    public boolean isOpen() {
        return invoice.state() == InvoiceState.OPEN && invoice.creditedMinor() == 0;
    }

    /** Whether money arrived that has to be given back. */
    public boolean hasSurplus() {
        return attempts.stream().anyMatch(Payment::needsAttention);
    }
}
