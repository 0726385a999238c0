/** Paying several invoices of one patient with one payment. */
@NullMarked
package io.anteroom.clinic.billing.bundle;

import org.jspecify.annotations.NullMarked;
