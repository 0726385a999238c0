package io.anteroom.clinic.billing;

import java.util.Currency;

/**
 * What one patient has to pay, in minor units of the clinic's currency.
 *
 * @param dueMinor what is left to pay on all invoices sent to the patient
 * @param overdueMinor the part of it whose last day to pay is over in the clinic's zone
 */
public record Balance(long dueMinor, long overdueMinor, Currency currency) {

    /** Whether nothing is left to pay. */
    public boolean isSettled() {
        return dueMinor == 0;
    }

    /** Whether some of it should have been paid by now. */
    public boolean isOverdue() {
        return overdueMinor > 0;
    }
}
