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
 * @param creditedMinor what credit notes took off
 * @param refundedMinor what of the payments was given back
 * @param overdue whether its last day to pay has passed unpaid, in the clinic's zone, and no instalments are to come
 * @param instalmentsUntil the last day of the instalments that it is paid in, while a plan runs
 * @param version rises with each change
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
        @Nullable LocalDate instalmentsUntil,
        long totalMinor,
        long paidMinor,
        long creditedMinor,
        long refundedMinor,
        int version) {

    /** Whether a card can pay exactly what is left. */
    public boolean fitsACard() {
        return new Money(dueMinor(), currency).fitsACard();
    }

    /** Whether a plan that runs pays it by itself. */
    public boolean inInstalments() {
        return state.awaitsPayment() && instalmentsUntil != null;
    }

    /** Whether somebody has to pay it: not while instalments pay it in time. */
    public boolean asksForMoney() {
        return dueMinor() > 0 && (overdue || !inInstalments());
    }

    /** What is still to pay; 0 for a draft or a void one. */
    public long dueMinor() {
        return state.awaitsPayment() ? totalMinor - creditedMinor - paidMinor : 0;
    }

    /** How much of what was paid was given back. */
    public GivenBack givenBack() {
        return GivenBack.of(paidMinor, refundedMinor);
    }
}
