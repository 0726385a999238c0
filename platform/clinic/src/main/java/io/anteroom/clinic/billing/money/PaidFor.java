package io.anteroom.clinic.billing.money;

import io.anteroom.clinic.billing.InvoiceId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is for.
 *
 * @param invoices the invoices, the one made first first; several where they were paid at once, and none where it is for none
 * @param patientName the invoices' patient
 * @param appointment the appointment whose deposit it is, if it is one
 */
public record PaidFor(
        List<Paid> invoices,
        @Nullable String patientName,
        @Nullable String appointment) {

    /** One of the invoices. */
    public record Paid(InvoiceId id, long number) {}

    /** Keeps its own copy. */
    public PaidFor {
        invoices = List.copyOf(invoices);
    }

    /** The invoices' numbers; empty where it is for none. */
    public String numbers() {
        return invoices.stream().map(invoice -> Long.toString(invoice.number())).collect(Collectors.joining(", "));
    }

    /** What it is called in lists. */
    public String words() {
        if (!invoices.isEmpty()) {
            return (invoices.size() == 1 ? "Invoice " : "Invoices ") + numbers(); // not read by patients
        }
        return appointment == null ? "Something else" : "Deposit for an appointment"; // not read by patients
    }
}
