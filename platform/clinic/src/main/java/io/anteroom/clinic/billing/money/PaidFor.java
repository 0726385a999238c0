package io.anteroom.clinic.billing.money;

import io.anteroom.clinic.billing.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is for.
 *
 * @param invoice the invoice, if it is one
 * @param number the invoice's number
 * @param patientName the invoice's patient
 * @param appointment the appointment whose deposit it is, if it is one
 */
public record PaidFor(
        @Nullable InvoiceId invoice,
        @Nullable Long number,
        @Nullable String patientName,
        @Nullable String appointment) {

    /** What it is called in lists and files. */
    public String words() {
        if (invoice != null) {
            return "Invoice " + number; // not read by patients
        }
        return appointment == null ? "Something else" : "Deposit for an appointment"; // not read by patients
    }
}
