package io.anteroom.clinic.billing.bundle;

import io.anteroom.clinic.billing.InvoiceId;

/**
 * An invoice that somebody chose to pay.
 *
 * @param dueMinor what the page said is due on it, in minor units
 */
public record Seen(InvoiceId invoice, long dueMinor) {}
