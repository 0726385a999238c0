/** Giving back what was paid on invoices. */
@NullMarked
package io.anteroom.clinic.billing.refund;

import org.jspecify.annotations.NullMarked;
