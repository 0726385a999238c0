package io.anteroom.clinic.billing.batch;

import io.anteroom.clinic.billing.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * One draft of a batch.
 *
 * @param number its number as an invoice, once it was sent
 * @param patientName empty where it was discarded
 */
public record BatchItem(
        InvoiceId invoice, BatchOutcome outcome, @Nullable Long number, String patientName) {}
