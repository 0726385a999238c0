package io.anteroom.clinic.billing.batch;

import io.anteroom.clinic.billing.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it was looked at before it is sent.
 *
 * @param version what was looked at; nothing in a batch of before that was kept
 */
public record LookedAt(InvoiceId invoice, @Nullable Integer version) {}
