package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One invoice in a list. Amounts are minor units of its currency.
 *
 * @param number nothing while it is a draft
 * @param overdue whether its last day to pay has passed unpaid, in the clinic's zone
 */
public record InvoiceRow(
        InvoiceId id,
        PatientId patient,
        String patientName,
        @Nullable Long number,
        InvoiceState state,
        boolean overdue,
        Currency currency,
        @Nullable LocalDate issuedOn,
        LocalDate dueOn,
        long totalMinor,
        long paidMinor) {

    /** Whether a card can pay exactly what is left. */
    public boolean fitsACard() {
        return new Money(dueMinor(), currency).fitsACard();
    }

    /** What is still to pay; 0 for a draft or a void one. */
    public long dueMinor() {
        return state.awaitsPayment() ? totalMinor - paidMinor : 0;
    }
}
