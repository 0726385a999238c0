/**
 * Many drafts sent at once: chosen first, then sent one by one by the worker, each in a transaction that also notes what came
 * of it. Use {@link io.anteroom.clinic.billing.batch.InvoiceBatches}.
 */
@NullMarked
package io.anteroom.clinic.billing.batch;

import org.jspecify.annotations.NullMarked;
