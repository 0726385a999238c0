package io.anteroom.clinic.lookup;

import io.anteroom.clinic.billing.GivenBack;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceState;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that was found: by its number, or an unpaid one of a patient who was found.
 *
 * @param number nothing while it is a draft
 * @param overdue whether its last day to pay has passed unpaid, in the clinic's zone
 * @param totalMinor in minor units of the currency
 * @param givenBack how much of what was paid on it was given back
 */
public record InvoiceMatch(
        InvoiceId id,
        @Nullable Long number,
        String patientName,
        InvoiceState state,
        boolean overdue,
        Currency currency,
        long totalMinor,
        GivenBack givenBack) {}
