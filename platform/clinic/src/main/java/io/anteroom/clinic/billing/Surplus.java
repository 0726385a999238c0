package io.anteroom.clinic.billing;

import io.anteroom.payments.Payment;
import java.util.List;

/**
 * Money that arrived when nothing was left to pay.
 *
 * @param invoices what it was meant for, the one made first first; several where they were paid at once, and none if that is not known
 */
public record Surplus(Payment payment, List<InvoiceRow> invoices) {

    /** Keeps its own copy. */
    public Surplus {
        invoices = List.copyOf(invoices);
    }
}
