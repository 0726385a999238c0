/**
 * Credit notes: what an invoice that was sent asks for less, with a reason and a number of their own. Staff write them
 * through {@link io.anteroom.clinic.billing.credit.InvoiceCredit}; {@link io.anteroom.clinic.billing.credit.CreditNotes}
 * reads them, of an invoice that somebody may see already.
 */
@NullMarked
package io.anteroom.clinic.billing.credit;

import org.jspecify.annotations.NullMarked;
